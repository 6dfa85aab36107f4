-- SPDX-License-Identifier: MIT
-- What clients get when they look up a host name.
local lookups = {}

-- The addresses of a host, which may be an address itself; nil and an Unknown when nobody looked it up.
function lookups.addresses(facts, host)
  if net.is_address(host) then return { host } end
  for _, lookup in ipairs(facts.clientLookups) do
    if text.equal_fold(lookup.name, host) then return lookup.addresses end
  end
  return nil, unknown { needs = { "clientLookups" } }
end

-- Whether `address` is among `addresses`, however it is written.
function lookups.has(addresses, address)
  for _, each in ipairs(addresses) do
    if net.prefix_match(each, address) == "all" then return true end
  end
  return false
end

return lookups
