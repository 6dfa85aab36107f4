-- SPDX-License-Identifier: MIT
-- What each side of a connection accepts for each parameter of IKE and IPsec, and where the two have nothing
-- in common. Lifetimes are not among them: each side keeps its own.
local lists = require "lib.lists"
local suites = require "lib.suites"

local sides = {}

-- The parameters in the order in which they are negotiated: { name, member of a side, reader of a name }.
local parameters = {
  { "IKE encryption", "ike_encryption", suites.encryption },
  { "IKE integrity", "ike_integrity", suites.integrity },
  { "DH group", "dh_group", suites.group },
  { "IPsec encryption", "ipsec_encryption", suites.encryption },
  { "IPsec integrity", "ipsec_integrity", suites.integrity },
  { "PFS group", "pfs_group", suites.group },
}

-- The default proposals of an Azure gateway without a policy of the connection's own. A route-based gateway
-- that is asked accepts some groups for PFS; one that asks offers none.
local defaults = {
  PolicyBased = {
    ike_encryption = { "AES256", "AES128", "3DES" }, ike_integrity = { "SHA256", "SHA1" }, dh_group = { "2" },
    ipsec_encryption = { "AES256", "AES128", "3DES" }, ipsec_integrity = { "SHA256", "SHA1" },
    pfs_group = { "None" },
  },
  RouteBased = {
    ike_encryption = { "AES256", "AES128", "3DES" }, ike_integrity = { "SHA1", "SHA256" }, dh_group = { "2" },
    ipsec_encryption = { "GCMAES256", "AES256", "AES128", "3DES" }, ipsec_integrity = { "SHA1", "SHA256" },
    pfs_group = { "None", "1", "2", "14", "24" },
  },
}

-- The side of a connection of Azure. `gateway` is the one that it belongs to.
function sides.azure(connection, gateway)
  local policy = (connection.ipsecPolicies or {})[1]
  if not policy then
    return text.equal_fold(gateway.vpnType, "PolicyBased") and defaults.PolicyBased or defaults.RouteBased
  end
  return {
    ike_encryption = { policy.ikeEncryption }, ike_integrity = { policy.ikeIntegrity },
    dh_group = { policy.dhGroup },
    ipsec_encryption = { policy.ipsecEncryption }, ipsec_integrity = { policy.ipsecIntegrity },
    pfs_group = { policy.pfsGroup },
  }
end

function sides.device(device)
  return {
    ike_encryption = device.ike.encryption, ike_integrity = device.ike.integrity,
    dh_group = device.ike.groups,
    ipsec_encryption = device.ipsec.encryption, ipsec_integrity = device.ipsec.integrity,
    pfs_group = device.ipsec.pfsGroups,
  }
end

-- The names that are read, and whether one of them is not known.
local function read_all(names, reader)
  local known, odd = {}, false
  for _, name in ipairs(names) do
    local canonical = reader(name)
    if canonical then known[#known + 1] = canonical else odd = true end
  end
  return known, odd
end

-- What both accept of a parameter; empty when nothing, nil when a name that nobody knows might be the common
-- one.
local function common(parameter, left, right)
  local left_names, left_odd = read_all(left[parameter[2]], parameter[3])
  local right_names, right_odd = read_all(right[parameter[2]], parameter[3])
  local both = {}
  for _, name in ipairs(left_names) do
    if lists.holds(right_names, name) then both[#both + 1] = name end
  end
  if #both == 0 and (left_odd or right_odd) then return nil end
  return both
end

local function written(names)
  return table.concat(lists.copy(names), " or ")
end

local function has_own_integrity(ciphers)
  for _, name in ipairs(ciphers) do
    if not text.starts_with(name, "GCM") then return false end
  end
  return #ciphers > 0
end

-- The parameters in which the sides have nothing in common, as { name, left, right }, and whether a name that
-- nobody knows keeps some parameter open. A cipher of the GCM family brings its own integrity.
function sides.differences(left, right)
  local found, open, ciphers = {}, false, {}
  for _, parameter in ipairs(parameters) do
    local name, member = parameter[1], parameter[2]
    local both = common(parameter, left, right)
    if name == "IPsec encryption" then ciphers = both or {} end
    local settled = name == "IPsec integrity" and has_own_integrity(ciphers)
    if not both and not settled then open = true end
    if both and #both == 0 and not settled then
      found[#found + 1] = { name = name, left = written(left[member]), right = written(right[member]) }
    end
  end
  return found, open
end

-- The differences as lines for a reader: "IKE integrity: SHA256 in Azure, SHA1 on the device".
function sides.lines(differences, left_place, right_place)
  local lines = {}
  for _, each in ipairs(differences) do
    local left, right = each.left .. " " .. left_place, each.right .. " " .. right_place
    lines[#lines + 1] = each.name .. ": " .. left .. ", " .. right
  end
  return lines
end

return sides
