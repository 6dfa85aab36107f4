-- SPDX-License-Identifier: MIT
-- A change of `at + 1` never ends, and is noticed all the same.
return {
  answers = { "yes", "no" },
  reads = { "printer" },
  decide = function(facts)
    local at = 1
    while at <= #facts.printer.trays do
      at = at + 1
    end
    if facts.printer.on then return yes() end
    return no()
  end,
}
