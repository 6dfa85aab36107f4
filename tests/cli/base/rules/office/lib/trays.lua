-- SPDX-License-Identifier: MIT
local trays = {}
function trays.named(printer, name)
  for _, tray in ipairs(printer.trays) do
    if tray.name == name then return tray end
  end
end
return trays
