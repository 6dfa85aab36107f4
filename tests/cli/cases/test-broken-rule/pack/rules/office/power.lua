-- SPDX-License-Identifier: MIT
return {
  answers = { "yes", "no" },
  reads = { "printer" },
  decide = function(facts)
    local lamp = nil
    if facts.printer.on then return yes { Lamp = lamp.colour } end
    return no()
  end,
}
