-- SPDX-License-Identifier: MIT
-- What the words of a security rule or a route stand for: prefixes, service tags, application security groups.
local addresses = {}

-- Never routed on the internet.
local never_public = net.prefix_set {
  "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8",
  "fc00::/7", "fe80::/10",
}
local anywhere_public = net.outside(never_public)

-- Where the platform's load balancer probes from.
local platform_probe = { "168.63.129.16/32", "fe80::1234:5678:9abc/128" }

addresses.anywhere_public = anywhere_public

-- Whether all of `flow`, an address or a prefix, lies in ranges that are never routed on the internet.
function addresses.is_private(flow)
  return net.prefix_match(never_public, flow) == "all"
end

function addresses.is_any(word)
  return word == "*" or text.equal_fold(word, "any")
end

-- The value of a map under a key that may be spelled in another case.
function addresses.look_up(map, key)
  if map == nil then return nil end
  if map[key] ~= nil then return map[key] end
  for name, value in pairs(map) do
    if text.equal_fold(name, key) then return value end
  end
  return nil
end

-- A map may come as a function that gives it, so that facts are read only when a rule needs them.
local function map_of(source)
  if type(source) == "function" then return source() end
  return source
end

local function expansion(tags, name)
  local listed = addresses.look_up(map_of(tags), name)
  if listed == nil then return nil end
  return (net.prefix_set(listed))
end

-- Publicly reachable and outside the virtual network: private space is in neither.
local function internet(tags)
  local own = expansion(tags, "VirtualNetwork")
  if own then return { set = net.outside(net.prefix_set { never_public, own }) } end
  return { need = "serviceTags.VirtualNetwork", possible = anywhere_public }
end

local function resolved_tag(tags, name)
  local lowered = text.lower(name)
  if lowered == "internet" then return internet(tags) end
  local set = nil
  if lowered == "azureloadbalancer" then
    set = net.prefix_set(platform_probe)
  else
    set = expansion(tags, name)
  end
  if set then return { set = set } end
  return { need = "serviceTags." .. name }
end

-- Gives a function from a tag's name to { set } or { need, possible }: what it holds, or the fact that would tell
-- and the addresses it can hold at most. `tags`: tag -> prefixes, or a function that gives that. Each tag is
-- resolved once.
function addresses.tag_finder(tags)
  local known = {}
  return function(name)
    local found = known[name]
    if not found then
      found = resolved_tag(tags, name)
      known[name] = found
    end
    return found
  end
end

local function last_part(id)
  local parts = text.split(id, "/")
  return parts[#parts]
end

-- The same for application security groups, given as name -> addresses of its network cards; `id` may be a whole
-- resource id.
function addresses.group_finder(groups)
  local known = {}
  return function(id)
    local found = known[id]
    if not found then
      local name = last_part(id)
      local listed = addresses.look_up(map_of(groups), name)
      local set = listed ~= nil and net.prefix_set(listed) or nil
      found = set and { set = set } or { need = "applicationSecurityGroups." .. name }
      known[id] = found
    end
    return found
  end
end

return addresses
