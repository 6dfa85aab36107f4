-- SPDX-License-Identifier: MIT
-- Does something on the GatewaySubnet get in the gateway's way? A security group is not supported there, and
-- neither is a route for everything.
local documents = require "lib.documents"
local prefixes = require "lib.prefixes"

local function last_part(id)
  local parts = text.split(id, "/")
  return parts[#parts]
end

local function default_route(routes)
  for _, route in ipairs(routes) do
    if prefixes.length(route.addressPrefix) == 0 then return route end
  end
  return nil
end

return {
  answers = { "security-group", "default-route", "neither" },
  reads = { "gatewaySubnet", "gatewayRoutes" },
  provides = { ["security-group"] = { "NsgName" }, ["default-route"] = { "RouteTable", "RouteName" } },
  decide = function(facts)
    local stop = documents.missing(facts, "gatewaySubnet")
    if stop then return stop end
    local group = facts.gatewaySubnet.networkSecurityGroup
    if group then return answer("security-group", { NsgName = last_part(group.id) }) end
    if not facts.gatewaySubnet.routeTable then return answer("neither") end
    stop = documents.missing(facts, "gatewayRoutes")
    if stop then return stop end
    local route = default_route(facts.gatewayRoutes.routes)
    if not route then return answer("neither") end
    return answer("default-route", { RouteTable = facts.gatewayRoutes.name, RouteName = route.name })
  end,
}
