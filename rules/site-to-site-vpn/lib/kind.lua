-- SPDX-License-Identifier: MIT
-- What a connection joins: "site" (this gateway and a device), "vnet" (two Azure gateways) or "other".
local kind = {}

function kind.of(connection)
  if text.equal_fold(connection.connectionType, "IPsec") then return "site" end
  if text.equal_fold(connection.connectionType, "Vnet2Vnet") then return "vnet" end
  return "other"
end

return kind
