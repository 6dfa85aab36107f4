-- SPDX-License-Identifier: MIT
return {
  answers = { "yes", "no" },
  reads = { "printer" },
  decide = function(facts)
    if facts.printer.on then return yes() end
    return no()
  end,
}
