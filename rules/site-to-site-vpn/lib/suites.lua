-- SPDX-License-Identifier: MIT
-- Names of algorithms and groups, as Azure and as devices write them, brought to one name each. What fits no
-- form is nil: what it stands for is not guessed.
local suites = {}

-- A name without case, blanks, `-` and `_`: "AES-256-CBC" is "aes256cbc".
local function plain(name)
  for _, filler in ipairs { " ", "-", "_" } do
    name = table.concat(text.split(name, filler))
  end
  return text.lower(name)
end

-- The first form that fits wins: { what it stands for, its form }. `sized`: what the form takes out is added.
local ciphers = {
  { "None", "^(?:none|null)$" }, { "DES3", "^(?:3des|des3)(?:cbc)?$" }, { "DES", "^des(?:cbc)?$" },
  { "AES128", "^aes(?:cbc)?$" }, { "AES", "^aes(?:cbc)?(128|192|256)(?:cbc)?$", sized = true },
  { "GCMAES", "^(?:gcmaes|aesgcm)(128|192|256)$", sized = true },
  { "GCMAES", "^aes(128|192|256)gcm(?:16|128)?$", sized = true },
}

local hashes = {
  { "None", "^(?:none|null)$" }, { "MD5", "^(?:hmac)?md5(?:96|128)?$" },
  { "SHA1", "^(?:hmac)?sha1?(?:96|160)?$" },
  { "SHA", "^(?:hmac)?sha2?(256|384|512)(?:128|192|256)?$", sized = true },
  { "GCMAES", "^gcmaes(128|192|256)$", sized = true },
  { "GCMAES", "^aes(128|192|256)(?:gcm|gmac)$", sized = true },
}

-- Groups of key exchange go by number: DHGroup14, DHGroup2048, PFS2048 and modp2048 are all group 14.
local groups = {
  { "no PFS", "^(?:none|off|disabled)?$" }, { "group 14", "^(?:dhgroup|pfs|modp)?2048$" },
  { "group 1", "^modp768$" }, { "group 2", "^modp1024$" }, { "group 5", "^modp1536$" },
  { "group 15", "^modp3072$" }, { "group 16", "^modp4096$" }, { "group 19", "^ec(?:p|dh)256$" },
  { "group 20", "^ec(?:p|dh)384$" }, { "group 21", "^ec(?:p|dh)521$" },
  { "group ", "^(?:dhgroup|group|dh|pfs|g)?(1|2|5|14|15|16|19|20|21|24)$", sized = true },
}

local function named(forms, name)
  local short = plain(name)
  for _, form in ipairs(forms) do
    local found = text.match(short, form[2])
    if found then return form.sized and form[1] .. found or form[1] end
  end
  return nil
end

function suites.encryption(name) return named(ciphers, name) end

function suites.integrity(name) return named(hashes, name) end

function suites.group(name) return named(groups, name) end

return suites
