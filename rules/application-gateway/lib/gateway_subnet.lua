-- SPDX-License-Identifier: MIT
-- The subnet that the gateway stands in: its route table and what is learned there. A document that is null says that
-- the subnet has none.
local routes = require "network.routes"

local gateway_subnet = {}

-- Routes of the subnet's own table.
function gateway_subnet.own_routes(facts)
  local table_of_subnet = facts.gatewaySubnetRouteTable
  if table_of_subnet == nil then return {} end
  return routes.table(table_of_subnet.routes)
end

-- Whether the subnet takes routes that a virtual network gateway learned.
function gateway_subnet.takes_learned(facts)
  local table_of_subnet = facts.gatewaySubnetRouteTable
  return table_of_subnet == nil or not table_of_subnet.disableBgpRoutePropagation
end

-- Routes learned over BGP, as any machine of the network sees them.
function gateway_subnet.learned_routes(facts)
  local learned = {}
  for _, route in ipairs(routes.effective(facts.effectiveRoutesSameVnet)) do
    if route.origin == "BGP" then learned[#learned + 1] = route end
  end
  return learned
end

-- The first of the routes that takes all of IPv4, or nil.
function gateway_subnet.default_among(list)
  for _, route in ipairs(list) do
    for _, prefix in ipairs(route.prefixes) do
      if net.prefix_match(prefix, "0.0.0.0/0") == "all" then return route end
    end
  end
  return nil
end

function gateway_subnet.hop_words(route)
  if not route.hop then return "no route" end
  if route.address and route.address ~= "" then return route.hop .. " " .. route.address end
  return route.hop
end

return gateway_subnet
