-- SPDX-License-Identifier: MIT
-- Does the virtual network send packets for the address on the other side to the VPN gateway? The longest
-- prefix that holds the address decides. A network card always has routes: no route at all was not gathered.
local documents = require "lib.documents"
local prefixes = require "lib.prefixes"

-- The active route for an address, as { prefix, hop, length }; nil when none holds it.
local function route_of(rows, address)
  local best = nil
  for _, row in ipairs(rows) do
    for _, prefix in ipairs(row.state == "Active" and row.addressPrefix or {}) do
      local length = prefixes.length(prefix)
      if length and net.prefix_match(prefix, address) == "all" and (not best or length > best.length) then
        best = { prefix = prefix, hop = row.nextHopType, length = length }
      end
    end
  end
  return best
end

-- Hops of the routes that every network has: they say that nobody announced the address.
local nowhere = { Internet = true, None = true }

return {
  answers = { "gateway", "missing", "elsewhere" },
  reads = { "report.destination", "effectiveRoutes" },
  provides = {
    gateway = { "Destination" }, missing = { "Destination" },
    elsewhere = { "Destination", "RoutePrefix", "NextHop" },
  },
  decide = function(facts)
    local stop = documents.missing(facts, "report")
    if stop then return stop end
    if #facts.effectiveRoutes == 0 then return unknown { needs = { "effectiveRoutes" } } end
    local destination = facts.report.destination
    if not net.is_address(destination) then return unknown { needs = { "report.destination" } } end
    local route = route_of(facts.effectiveRoutes, destination)
    if not route or nowhere[route.hop] then return answer("missing", { Destination = destination }) end
    if route.hop == "VirtualNetworkGateway" then return answer("gateway", { Destination = destination }) end
    return answer("elsewhere", { Destination = destination, RoutePrefix = route.prefix, NextHop = route.hop })
  end,
}
