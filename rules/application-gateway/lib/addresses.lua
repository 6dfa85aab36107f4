-- SPDX-License-Identifier: MIT
-- How the addresses of a flow lie in what a security rule names: prefixes and service tags.
local addresses = {}

local platform_probe = { "168.63.129.16/32" }
local never_public = {
  "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8",
  "fc00::/7", "fe80::/10",
}

-- Over several prefixes: one that holds all decides. What one holds in part another may complete: that is
-- "some".
local function among(prefixes, flow)
  local best = "none"
  for _, prefix in ipairs(prefixes) do
    local match = net.prefix_match(prefix, flow)
    if match == "all" then return "all" end
    if match == "some" then best = "some" end
  end
  return best
end

-- Whether all of `flow` lies in ranges that are never routed on the internet.
function addresses.is_private(flow)
  return among(never_public, flow) == "all"
end

local function expand(facts, tag)
  for name, prefixes in pairs(facts.serviceTags or {}) do
    if text.equal_fold(name, tag) then return prefixes end
  end
  return nil
end

-- The path under which the contents of a tag would stand.
function addresses.tag_path(tag)
  return "serviceTags." .. tag
end

local inverse = { all = "none", none = "all", some = "some" }

-- Internet is what is publicly reachable and outside the virtual network: private space is in neither.
local function in_internet(facts, flow)
  if addresses.is_private(flow) then return "none" end
  local own = expand(facts, "VirtualNetwork")
  if not own then return "unknown", addresses.tag_path("VirtualNetwork") end
  return inverse[among(own, flow)]
end

local function in_tag(facts, tag, flow)
  if text.equal_fold(tag, "Internet") then return in_internet(facts, flow) end
  if text.equal_fold(tag, "AzureLoadBalancer") then return among(platform_probe, flow) end
  local prefixes = expand(facts, tag)
  if not prefixes then return "unknown", addresses.tag_path(tag) end
  return among(prefixes, flow)
end

-- How `flow` (an address or prefix) lies in one entry of a rule: "all", "some", "none", or "unknown" and the
-- fact that would tell.
function addresses.match(facts, entry, flow)
  if entry == "*" or text.equal_fold(entry, "any") then return "all" end
  if net.is_prefix(entry) then return among({ entry }, flow) end
  return in_tag(facts, entry, flow)
end

-- The two halves of an IPv4 prefix; nil for a single address and for IPv6.
function addresses.halves(prefix)
  local parts = text.split(prefix, "/")
  local bits = parts[2] and math.tointeger(tonumber(parts[2]))
  if not bits or bits >= 32 or net.is_prefix(prefix) ~= 4 then return nil end
  local value = 0
  for _, octet in ipairs(text.split(parts[1], ".")) do
    value = value * 256 + math.tointeger(tonumber(octet))
  end
  local size = 1 << (31 - bits)
  value = value - value % (size * 2)
  local function written(start)
    local octets = { start >> 24, (start >> 16) & 255, (start >> 8) & 255, start & 255 }
    return table.concat(octets, ".") .. "/" .. bits + 1
  end
  return written(value), written(value + size)
end

return addresses
