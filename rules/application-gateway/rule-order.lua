-- SPDX-License-Identifier: MIT
-- v1 only: does a rule with a basic listener stand above the multi-site rule that was meant for this host,
-- and does it lead to a pool that cannot answer?
local documents = require "lib.documents"
local sku = require "lib.sku"
local topology = require "lib.topology"
local health = require "lib.health"

-- The first rule below `first` that names the request's host, or nil.
local function shadowed(candidates)
  for position = 2, #candidates do
    if candidates[position].match ~= "basic" then return candidates[position] end
  end
  return nil
end

-- true, false, or nil and an Unknown.
local function cannot_answer(facts, route)
  local pool, stop = topology.pool(route)
  if not pool then return nil, stop end
  if topology.is_empty(pool) then return true end
  local setting, no_setting = topology.setting(route)
  if not setting then return nil, no_setting end
  local servers, unread = health.servers(facts, pool, setting)
  if not servers then return nil, unread end
  local count, odd = health.count(servers)
  if not count then return nil, odd end
  return count.Unhealthy == #servers
end

return {
  answers = { "yes", "no" },
  reads = { "request", "applicationGateway", "backendHealth" },
  provides = { yes = { "GatewayName", "BasicListener", "BasicRule", "RuleName", "RequestHost" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway", "request")
    if missing then return missing end
    local gateway, request = facts.applicationGateway, facts.request
    local generation, stop = sku.generation(gateway)
    if not generation then return stop end
    if generation ~= "v1" then return not_applicable("a v2 gateway orders its rules by priority") end
    local candidates = topology.candidates(gateway, request)
    if #candidates < 2 or candidates[1].match ~= "basic" then return no() end
    local hidden = shadowed(candidates)
    if not hidden then return no() end
    local route, no_route = topology.follow(gateway, request, candidates[1])
    if not route then return no_route end
    local broken, untold = cannot_answer(facts, route)
    if broken == nil then return untold end
    if not broken then return no() end
    return yes {
      GatewayName = gateway.name, RequestHost = request.host, RuleName = hidden.rule.name,
      BasicListener = candidates[1].listener.name, BasicRule = candidates[1].rule.name,
    }
  end,
}
