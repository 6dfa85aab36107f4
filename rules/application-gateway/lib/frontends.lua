-- SPDX-License-Identifier: MIT
-- Front ends of the gateway: the addresses that listeners stand on.
local ids = require "lib.ids"

local frontends = {}

-- The front ends of these candidates' listeners (topology.candidates), each once. A listener without a front end of
-- its own stands on the gateway's only one.
function frontends.taking(gateway, candidates)
  local found = {}
  for _, front_end in ipairs(gateway.frontendIPConfigurations) do
    local used = false
    for _, candidate in ipairs(candidates) do
      local own = candidate.listener.frontendIPConfiguration
      used = used or own == nil or ids.same(own.id, front_end.id)
    end
    if used then found[#found + 1] = front_end end
  end
  return found
end

-- The front end's address and "Private" or "Public"; nil and an Unknown when the document does not give it.
function frontends.address(facts, front_end)
  if front_end.publicIPAddress == nil then
    if front_end.privateIPAddress then return front_end.privateIPAddress, "Private" end
    return nil, unknown { needs = { fact_path(front_end, "privateIPAddress") } }
  end
  local public = ids.find(facts.publicIps, front_end.publicIPAddress.id)
  if public and public.ipAddress then return public.ipAddress, "Public" end
  return nil, unknown { needs = { public and fact_path(public, "ipAddress") or "publicIps" } }
end

return frontends
