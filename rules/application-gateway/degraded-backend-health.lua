-- SPDX-License-Identifier: MIT
-- One finding for each server, of any pool, that is not healthy. BackendSeverAddress is spelled as the
-- published article spells it.
local health = require "lib.health"
local ids = require "lib.ids"

-- A name for a server that no other finding has: the address, then with its pool and setting, then numbered.
local function unique(taken, server, entry, pair)
  local subject = server.address
  if taken[subject] then
    local pool, setting = ids.name(entry.backendAddressPool.id), ids.name(pair.backendHttpSettings.id)
    subject = subject .. " (" .. pool .. ", " .. setting .. ")"
  end
  local plain, number = subject, 1
  while taken[subject] do
    number = number + 1
    subject = plain .. " #" .. number
  end
  taken[subject] = true
  return subject
end

local function each_server(facts, visit)
  for _, entry in ipairs(facts.backendHealth.backendAddressPools) do
    for _, pair in ipairs(entry.backendHttpSettingsCollection) do
      for _, server in ipairs(pair.servers) do visit(server, entry, pair) end
    end
  end
end

return {
  answers = { "yes", "no" },
  reads = { "now", "applicationGateway.name", "backendHealth" },
  provides = {
    yes = { "GatewayName", "CurrentTime", "BackendSeverAddress", "HealthStatus", "ErrorDetails" },
  },
  decide = function(facts)
    local taken, found = {}, false
    each_server(facts, function(server, entry, pair)
      local status = health.word(server.health) or server.health
      if status == "Healthy" then return end
      found = true
      finding(unique(taken, server, entry, pair), {
        GatewayName = facts.applicationGateway.name, CurrentTime = facts.now,
        BackendSeverAddress = server.address, HealthStatus = status, ErrorDetails = server.healthProbeLog,
      })
    end)
    return found and yes() or no()
  end,
}
