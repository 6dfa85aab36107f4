-- SPDX-License-Identifier: MIT
-- Containment of prefixes in lists of prefixes. One prefix may be covered by several smaller ones together,
-- so a prefix that is covered in part is halved until each piece is in or out.
local prefixes = {}

local private_space = { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7" }

function prefixes.is_private(address)
  for _, space in ipairs(private_space) do
    if net.prefix_match(space, address) == "all" then return true end
  end
  return false
end

-- The length of a prefix in bits; an address without one is as long as its family allows.
function prefixes.length(prefix)
  local family = net.is_prefix(prefix)
  if not family then return nil end
  local bits = text.match(prefix, "/([0-9]+)$")
  return bits and math.tointeger(tonumber(bits)) or (family == 4 and 32 or 128)
end

-- How `prefix` lies in all of `list` together: "all", "some", "none"; nil when one of them cannot be read, or
-- when parts of an IPv6 prefix would have to be added up.
function prefixes.covered(list, prefix)
  if not net.is_prefix(prefix) then return nil end
  local parts = {}
  for _, entry in ipairs(list) do
    local match = net.prefix_match(entry, prefix)
    if not match then return nil end
    if match == "all" then return "all" end
    if match == "some" then parts[#parts + 1] = entry end
  end
  if #parts == 0 then return "none" end
  if net.is_prefix(prefix) ~= 4 then return nil end
  local first, second = net.halves(prefix)
  local left, right = prefixes.covered(parts, first), prefixes.covered(parts, second)
  return left == right and left or "some"
end

-- Those of `wanted` that do not lie wholly in `list`; nil when a prefix of either cannot be read.
function prefixes.outside(list, wanted)
  local rest = {}
  for _, prefix in ipairs(wanted) do
    local lies = prefixes.covered(list, prefix)
    if not lies then return nil end
    if lies ~= "all" then rest[#rest + 1] = prefix end
  end
  return rest
end

return prefixes
