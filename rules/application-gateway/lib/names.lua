-- SPDX-License-Identifier: MIT
-- The name that a server's certificate must carry.
local names = {}

local function given(name)
  return name ~= nil and name ~= ""
end

-- For probes. v2: the probe's host, else the setting's, else the server's own name. v1 always compares the
-- name in the pool.
function names.expected(pair, custom, generation)
  if generation == "v1" then return pair.server.address end
  local own = custom and not custom.pickHostNameFromBackendHttpSettings
  if own and given(custom.host) then return custom.host end
  return given(pair.setting.hostName) and pair.setting.hostName or pair.server.address
end

-- Whether a client's own host name goes on to the server.
function names.passes_on(setting)
  return not given(setting.hostName) and not setting.pickHostNameFromBackendAddress
end

return names
