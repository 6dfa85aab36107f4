-- SPDX-License-Identifier: MIT
return {
  answers = { "yes" },
  reads = { "printer" },
  provides = { yes = { "Tray" } },
  decide = function(facts)
    for _, tray in ipairs(facts.printer.trays) do
      finding(tray.name, { Tray = tray.name })
    end
    return yes()
  end,
}
