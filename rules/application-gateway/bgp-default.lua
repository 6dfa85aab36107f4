-- SPDX-License-Identifier: MIT
-- Does the gateway's subnet learn a default route from ExpressRoute or a VPN? A default route of its own table comes
-- before a learned one.
local gateway_subnet = require "lib.gateway_subnet"

return {
  answers = { "yes", "no" },
  reads = { "gatewaySubnetRouteTable", "effectiveRoutesSameVnet" },
  provides = { yes = { "NextHop" } },
  decide = function(facts)
    if not gateway_subnet.takes_learned(facts) then return no() end
    if gateway_subnet.default_among(gateway_subnet.own_routes(facts)) then return no() end
    local learned = gateway_subnet.default_among(gateway_subnet.learned_routes(facts))
    if not learned then return no() end
    return yes { NextHop = gateway_subnet.hop_words(learned) }
  end,
}
