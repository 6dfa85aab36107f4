-- SPDX-License-Identifier: MIT
-- The way of a request through the gateway: listener, rule, path rule, then pool and setting. Only the pool
-- that the failing request reaches says anything about its 502.
--
-- Functions that may not find what they look for give nil and the verdict to return instead.
local documents = require "lib.documents"
local ids = require "lib.ids"
local sku = require "lib.sku"
local hosts = require "lib.hosts"
local uses = require "lib.uses"

local topology = {}

-- Every rule whose listener takes the request, in list order, as { rule, listener, match }.
function topology.candidates(gateway, request)
  local host, found = hosts.plain(request.host), {}
  for _, rule in ipairs(gateway.requestRoutingRules) do
    local listener = ids.find(gateway.httpListeners, rule.httpListener.id)
    local port = listener and ids.find(gateway.frontendPorts, listener.frontendPort.id)
    if port and port.port == request.port then
      local match = hosts.match(listener, host)
      if match then found[#found + 1] = { rule = rule, listener = listener, match = match } end
    end
  end
  return found
end

local function lowest_priority(candidates)
  local best, missing = nil, {}
  for _, candidate in ipairs(candidates) do
    local priority = candidate.rule.priority
    if not priority then
      missing[#missing + 1] = fact_path(candidate.rule, "priority")
    elseif not best or priority < best.rule.priority then
      best = candidate
    end
  end
  return best, missing
end

local function most_particular(candidates)
  for _, match in ipairs { "exact", "wildcard", "basic" } do
    for _, candidate in ipairs(candidates) do
      if candidate.match == match then return candidate end
    end
  end
  return nil
end

-- v1 takes the first in the list. v2 goes by priority; a gateway that sets it for one rule sets it for all,
-- so where only some have it, facts are missing.
local function first_served(gateway, candidates)
  if #candidates == 1 then return candidates[1] end
  local generation, stop = sku.generation(gateway)
  if not generation then return nil, stop end
  if generation == "v1" then return candidates[1] end
  local best, missing = lowest_priority(candidates)
  if not best then return most_particular(candidates) end
  if #missing > 0 then return nil, unknown { needs = missing } end
  return best
end

local function plain_path(request)
  local path = text.split(request.path, "?")[1]
  return text.lower(text.split(path, "#")[1])
end

local function takes_path(path_rule, path)
  for _, pattern in ipairs(path_rule.paths) do
    local lowered = text.lower(pattern)
    if text.ends_with(lowered, "*") then
      if text.starts_with(path, string.sub(lowered, 1, #lowered - 1)) then return true end
    elseif path == lowered then
      return true
    end
  end
  return false
end

local function owner_of(gateway, rule, request)
  if not text.equal_fold(rule.ruleType, "PathBasedRouting") then return rule, uses.plain_members end
  local map = ids.find(gateway.urlPathMaps, rule.urlPathMap.id)
  if not map then return nil, unknown { needs = { "applicationGateway.urlPathMaps" } } end
  local path = plain_path(request)
  for _, path_rule in ipairs(map.pathRules) do
    if takes_path(path_rule, path) then return path_rule, uses.plain_members end
  end
  return map, uses.default_members
end

-- What a rule does with the request, once it is the rule that serves it.
function topology.follow(gateway, request, candidate)
  local owner, members = owner_of(gateway, candidate.rule, request)
  if not owner then return nil, members end
  if owner[members.redirect] ~= nil then
    return nil, not_applicable("rule " .. candidate.rule.name .. " redirects: no backend takes part")
  end
  return {
    gateway = gateway, rule = candidate.rule, listener = candidate.listener, match = candidate.match,
    owner = owner, members = members,
  }
end

-- The route of the failing request: { gateway, rule, listener, match, owner, members }.
function topology.route(facts)
  local missing = documents.missing(facts, "applicationGateway", "request")
  if missing then return nil, missing end
  local gateway, request = facts.applicationGateway, facts.request
  local candidates = topology.candidates(gateway, request)
  if #candidates == 0 then
    return nil, not_applicable("no rule of the gateway takes " .. request.host .. " on port " .. request.port)
  end
  local candidate, stop = first_served(gateway, candidates)
  if not candidate then return nil, stop end
  return topology.follow(gateway, request, candidate)
end

function topology.pool(route)
  local pools = route.gateway.backendAddressPools
  local pool = ids.find(pools, route.owner[route.members.pool].id)
  if not pool then return nil, unknown { needs = { fact_path(pools) } } end
  return pool
end

function topology.setting(route)
  local settings = route.gateway.backendHttpSettingsCollection
  local setting = ids.find(settings, route.owner[route.members.setting].id)
  if not setting then return nil, unknown { needs = { fact_path(settings) } } end
  return setting
end

-- Empty means empty of both: machines and scale sets are members through their network cards.
function topology.is_empty(pool)
  return #pool.backendAddresses == 0 and #(pool.backendIPConfigurations or {}) == 0
end

return topology
