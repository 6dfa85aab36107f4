-- SPDX-License-Identifier: MIT
-- The members of a pool: names, addresses, and names that Azure App Service serves.
local members = {}

-- App Service answers for many sites on one address and finds the site by the host name, cloud by cloud.
local web_app_ends = { ".azurewebsites.net", ".azurewebsites.us", ".chinacloudsites.cn" }

function members.is_web_app(name)
  local lowered = text.lower(name)
  for _, ending in ipairs(web_app_ends) do
    if text.ends_with(lowered, ending) then return true end
  end
  return false
end

-- The host names of a pool's members.
function members.names(pool)
  local names = {}
  for _, address in ipairs(pool.backendAddresses) do
    if address.fqdn then names[#names + 1] = address.fqdn end
  end
  return names
end

-- Whether a member is reached by address: it has one, or it is a member through a network card.
function members.has_address(pool)
  if #(pool.backendIPConfigurations or {}) > 0 then return true end
  for _, address in ipairs(pool.backendAddresses) do
    if address.ipAddress then return true end
  end
  return false
end

-- The first member's name that App Service serves, or nil.
function members.web_app(pool)
  for _, name in ipairs(members.names(pool)) do
    if members.is_web_app(name) then return name end
  end
  return nil
end

-- Whether App Service serves every member.
function members.all_web_apps(pool)
  local names = members.names(pool)
  if #names == 0 or members.has_address(pool) then return false end
  for _, name in ipairs(names) do
    if not members.is_web_app(name) then return false end
  end
  return true
end

return members
