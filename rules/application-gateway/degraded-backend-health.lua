-- SPDX-License-Identifier: MIT
-- One finding for each server, of any pool, that is not healthy. BackendSeverAddress is spelled as the
-- published article spells it.
local documents = require "lib.documents"
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

-- All servers of all pools as { server, entry, pair }, in the order of the answer.
local function all_servers(facts)
  local all = {}
  for _, entry in ipairs(facts.backendHealth.backendAddressPools) do
    for _, pair in ipairs(entry.backendHttpSettingsCollection) do
      for _, server in ipairs(pair.servers) do
        all[#all + 1] = { server = server, entry = entry, pair = pair }
      end
    end
  end
  return all
end

return {
  answers = { "yes", "no" },
  reads = { "now", "applicationGateway.name", "backendHealth" },
  provides = {
    yes = { "GatewayName", "CurrentTime", "BackendSeverAddress", "HealthStatus", "ErrorDetails" },
  },
  decide = function(facts)
    local missing = documents.missing(facts, "backendHealth", "applicationGateway", "now")
    if missing then return missing end
    local taken, found = {}, false
    for _, each in ipairs(all_servers(facts)) do
      local server = each.server
      local status = health.word(server.health) or server.health
      if status ~= "Healthy" then
        found = true
        finding(unique(taken, server, each.entry, each.pair), {
          GatewayName = facts.applicationGateway.name, CurrentTime = facts.now,
          BackendSeverAddress = server.address, HealthStatus = status, ErrorDetails = server.healthProbeLog,
        })
      end
    end
    return found and yes() or no()
  end,
}
