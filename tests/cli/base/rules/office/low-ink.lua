-- SPDX-License-Identifier: MIT
return {
  answers = { "yes", "no" },
  reads = { "printer.ink" },
  provides = { yes = { "Cartridge", "Percent" } },
  decide = function(facts)
    local low = 0
    for _, ink in ipairs(facts.printer.ink) do
      if ink.percent < 10 then
        low = low + 1
        finding(ink.colour, { Cartridge = ink.colour, Percent = ink.percent })
      end
    end
    if low > 0 then return yes() end
    return no()
  end,
}
