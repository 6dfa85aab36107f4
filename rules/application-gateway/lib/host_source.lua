-- SPDX-License-Identifier: MIT
-- Where a request's host name comes from on its way to a server.
local host_source = {}

-- Whether the setting gives a host name: its own, or the name of the server. Else the client's stays.
function host_source.offers(setting)
  return (setting.hostName or "") ~= "" or setting.pickHostNameFromBackendAddress == true
end

return host_source
