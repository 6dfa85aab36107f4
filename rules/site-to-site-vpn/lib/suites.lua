-- SPDX-License-Identifier: MIT
-- Names of algorithms and groups, as Azure and as devices write them, brought to one name each. A name that
-- is in no table is nil: what it stands for is not guessed.
local suites = {}

local function named(...)
  local names = {}
  for _, row in ipairs { ... } do
    for position = 2, #row do names[row[position]] = row[1] end
  end
  return names
end

-- Written without case, blanks, `-` and `_`.
local encryption = named(
  { "AES128", "aes128", "aes128cbc", "aescbc128", "aes" }, { "AES192", "aes192", "aes192cbc", "aescbc192" },
  { "AES256", "aes256", "aes256cbc", "aescbc256" }, { "DES3", "des3", "3des", "3descbc", "des3cbc" },
  { "DES", "des", "descbc" }, { "None", "none", "null" },
  { "GCMAES128", "gcmaes128", "aes128gcm", "aesgcm128", "aes128gcm16", "aes128gcm128" },
  { "GCMAES192", "gcmaes192", "aes192gcm", "aesgcm192", "aes192gcm16", "aes192gcm128" },
  { "GCMAES256", "gcmaes256", "aes256gcm", "aesgcm256", "aes256gcm16", "aes256gcm128" })

local integrity = named(
  { "MD5", "md5", "hmacmd5", "hmacmd596" }, { "SHA1", "sha1", "sha", "hmacsha1", "hmacsha196", "sha196" },
  { "SHA256", "sha256", "sha2256", "hmacsha256", "hmacsha256128", "hmacsha2256128", "sha256128" },
  { "SHA384", "sha384", "sha2384", "hmacsha384", "hmacsha384192", "hmacsha2384192" },
  { "SHA512", "sha512", "sha2512", "hmacsha512", "hmacsha512256", "hmacsha2512256" },
  { "GCMAES128", "gcmaes128", "aes128gmac", "aes128gcm" },
  { "GCMAES192", "gcmaes192", "aes192gmac", "aes192gcm" },
  { "GCMAES256", "gcmaes256", "aes256gmac", "aes256gcm" }, { "None", "none", "null" })

-- Groups of key exchange are known by number: DHGroup14, DHGroup2048 and PFS2048 are all group 14.
local group_names = named(
  { "group 14", "dhgroup2048", "pfs2048", "modp2048", "2048" }, { "group 2", "modp1024" },
  { "group 1", "modp768" }, { "group 5", "modp1536" }, { "group 19", "ecp256", "ecdh256" },
  { "group 20", "ecp384", "ecdh384" }, { "no PFS", "none", "off", "disabled", "" })

local known_groups = {
  ["1"] = true, ["2"] = true, ["5"] = true, ["14"] = true, ["15"] = true, ["16"] = true, ["19"] = true,
  ["20"] = true, ["21"] = true, ["24"] = true,
}

local function plain(name)
  for _, filler in ipairs { " ", "-", "_" } do
    name = table.concat(text.split(name, filler))
  end
  return text.lower(name)
end

function suites.encryption(name) return encryption[plain(name)] end

function suites.integrity(name) return integrity[plain(name)] end

function suites.group(name)
  local short = plain(name)
  if group_names[short] then return group_names[short] end
  local number = text.match(short, "^(?:dhgroup|group|dh|pfs|g)?([0-9]+)$")
  return number and known_groups[number] and "group " .. number or nil
end

return suites
