-- SPDX-License-Identifier: MIT
-- Does the route table of the gateway's subnet send everything somewhere else than to the internet?
local gateway_subnet = require "lib.gateway_subnet"

return {
  answers = { "yes", "no" },
  reads = { "gatewaySubnetRouteTable" },
  provides = { yes = { "RouteTable", "RouteName", "NextHop" } },
  decide = function(facts)
    local route = gateway_subnet.default_among(gateway_subnet.own_routes(facts))
    if not route or text.equal_fold(route.hop, "Internet") then return no() end
    return yes {
      RouteTable = facts.gatewaySubnetRouteTable.name, RouteName = route.name,
      NextHop = gateway_subnet.hop_words(route),
    }
  end,
}
