-- SPDX-License-Identifier: MIT
-- One finding for each frontend port that no listener uses. The port tells the protocol only where it is 80 or
-- 443.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ids = require "lib.ids"

local usual_protocol = { [80] = "HTTP", [443] = "HTTPS" }

local function has_listener(gateway, port)
  for _, listener in ipairs(gateway.httpListeners) do
    if ids.same(listener.frontendPort.id, port.id) then return true end
  end
  return false
end

local function front_ends(gateway)
  local names = {}
  for _, front_end in ipairs(gateway.frontendIPConfigurations) do names[#names + 1] = front_end.name end
  return table.concat(names, ", ")
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "FrontEndPort", "Protocol", "FrontEndIp" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, port in ipairs(gateway.frontendPorts) do
      if not has_listener(gateway, port) then
        rows[#rows + 1] = { port.name, {
          GatewayName = gateway.name, FrontEndPort = port.port, FrontEndIp = front_ends(gateway),
          Protocol = usual_protocol[port.port] or "HTTP or HTTPS",
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
