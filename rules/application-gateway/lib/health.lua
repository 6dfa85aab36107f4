-- SPDX-License-Identifier: MIT
-- Backend health, which is told per pair of pool and setting. The API says Up and Down where the tools say
-- Healthy and Unhealthy.
local documents = require "lib.documents"
local ids = require "lib.ids"

local health = {}

local words = {
  healthy = "Healthy", up = "Healthy", unhealthy = "Unhealthy", down = "Unhealthy",
  unknown = "Unknown", partial = "Partial", draining = "Draining",
}

-- "Healthy", "Unhealthy", "Unknown", "Partial" or "Draining"; nil for any other word.
function health.word(raw)
  return words[text.lower(text.trim(raw))]
end

-- The servers of a pool as probed for a setting; nil and an Unknown when the answer does not speak of them.
function health.servers(facts, pool, setting)
  local missing = documents.missing(facts, "backendHealth")
  if missing then return nil, missing end
  for _, entry in ipairs(facts.backendHealth.backendAddressPools) do
    if ids.same(entry.backendAddressPool.id, pool.id) then
      for _, pair in ipairs(entry.backendHttpSettingsCollection) do
        if ids.same(pair.backendHttpSettings.id, setting.id) then
          if #pair.servers > 0 then return pair.servers end
          return nil, unknown { needs = { fact_path(pair, "servers") } }
        end
      end
      return nil, unknown { needs = { fact_path(entry, "backendHttpSettingsCollection") } }
    end
  end
  return nil, unknown { needs = { "backendHealth.backendAddressPools" } }
end

-- How many servers are in which state, by word; nil and an Unknown at a word nobody knows.
function health.count(servers)
  local count = { Healthy = 0, Unhealthy = 0, Unknown = 0, Partial = 0, Draining = 0 }
  for _, server in ipairs(servers) do
    local word = health.word(server.health)
    if not word then return nil, unknown { needs = { fact_path(server, "health") } } end
    count[word] = count[word] + 1
  end
  return count
end

-- The same for the servers of a pool and setting, with `all`: how many there are.
function health.counted(facts, pool, setting)
  local servers, unread = health.servers(facts, pool, setting)
  if not servers then return nil, unread end
  local count, odd = health.count(servers)
  if not count then return nil, odd end
  count.all = #servers
  return count
end

-- The servers with a name each: the address, numbered from its second occurrence on.
function health.named(servers)
  local named, seen = {}, {}
  for position, server in ipairs(servers) do
    local address = server.address
    seen[address] = (seen[address] or 0) + 1
    local subject = seen[address] == 1 and address or address .. " #" .. seen[address]
    named[position] = { subject = subject, server = server }
  end
  return named
end

function health.find(servers, subject)
  for _, entry in ipairs(health.named(servers)) do
    if entry.subject == subject then return entry.server end
  end
  return nil
end

return health
