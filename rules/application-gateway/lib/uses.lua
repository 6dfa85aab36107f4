-- SPDX-License-Identifier: MIT
-- What the gateway's rules do, whatever request comes: who redirects, and who sends to which pool and setting.
local ids = require "lib.ids"

local uses = {}

-- Who names the pool, the setting and the redirect, and in which members: rules and path rules, or the default of a
-- path map.
uses.plain_members = {
  pool = "backendAddressPool", setting = "backendHttpSettings", redirect = "redirectConfiguration",
}
uses.default_members = {
  pool = "defaultBackendAddressPool", setting = "defaultBackendHttpSettings",
  redirect = "defaultRedirectConfiguration",
}

-- Everything that decides on requests, as { rule, owner, members, path_rule }: rules, path rules and the
-- defaults of path maps. nil and an Unknown when a rule names a map that is not listed.
function uses.owners(gateway)
  local found = {}
  for _, rule in ipairs(gateway.requestRoutingRules) do
    if text.equal_fold(rule.ruleType, "PathBasedRouting") then
      local map = ids.find(gateway.urlPathMaps, rule.urlPathMap.id)
      if not map then return nil, unknown { needs = { "applicationGateway.urlPathMaps" } } end
      for _, path_rule in ipairs(map.pathRules) do
        found[#found + 1] = { rule = rule, owner = path_rule, members = uses.plain_members, path_rule = true }
      end
      found[#found + 1] = { rule = rule, owner = map, members = uses.default_members }
    else
      found[#found + 1] = { rule = rule, owner = rule, members = uses.plain_members }
    end
  end
  return found
end

-- The ids, in lower case, of the pools that requests are sent to, as a set; nil and an Unknown.
function uses.pool_ids(gateway)
  local owners, stop = uses.owners(gateway)
  if not owners then return nil, stop end
  local used = {}
  for _, each in ipairs(owners) do
    local owner, named = each.owner, each.members
    if owner[named.redirect] == nil then used[text.lower(owner[named.pool].id)] = true end
  end
  return used
end

-- The pairs of pool and setting that requests are sent to, as { rule, pool, setting }, once for each rule, path rule
-- and default that does so. nil and an Unknown when one of them is not listed.
function uses.routes(gateway)
  local owners, stop = uses.owners(gateway)
  if not owners then return nil, stop end
  local found = {}
  for _, each in ipairs(owners) do
    local owner, named = each.owner, each.members
    if owner[named.redirect] == nil then
      local pool = ids.find(gateway.backendAddressPools, owner[named.pool].id)
      if not pool then return nil, unknown { needs = { "applicationGateway.backendAddressPools" } } end
      local setting = ids.find(gateway.backendHttpSettingsCollection, owner[named.setting].id)
      if not setting then
        return nil, unknown { needs = { "applicationGateway.backendHttpSettingsCollection" } }
      end
      found[#found + 1] = { rule = each.rule, pool = pool, setting = setting }
    end
  end
  return found
end

-- The same, once for each pool and setting.
function uses.targets(gateway)
  local all, stop = uses.routes(gateway)
  if not all then return nil, stop end
  local found, seen = {}, {}
  for _, use in ipairs(all) do
    local key = text.lower(use.pool.id .. "\n" .. use.setting.id)
    if not seen[key] then
      seen[key] = true
      found[#found + 1] = use
    end
  end
  return found
end

-- The settings that requests are sent through, each once, as { setting, pools }.
function uses.settings(gateway)
  local targets, stop = uses.targets(gateway)
  if not targets then return nil, stop end
  local found = {}
  for _, setting in ipairs(gateway.backendHttpSettingsCollection) do
    local pools = {}
    for _, target in ipairs(targets) do
      if ids.same(target.setting.id, setting.id) then pools[#pools + 1] = target.pool end
    end
    if #pools > 0 then found[#found + 1] = { setting = setting, pools = pools } end
  end
  return found
end

function uses.is_probed_by(setting, probe)
  return setting.probe ~= nil and ids.same(setting.probe.id, probe.id)
end

-- The settings, used or not, that name this probe.
function uses.settings_of(gateway, probe)
  local found = {}
  for _, setting in ipairs(gateway.backendHttpSettingsCollection) do
    if uses.is_probed_by(setting, probe) then found[#found + 1] = setting end
  end
  return found
end

return uses
