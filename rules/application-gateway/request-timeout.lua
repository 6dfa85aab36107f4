-- SPDX-License-Identifier: MIT
-- Did the backend take longer than the setting allows? The setting's own value counts, never a default: the
-- documented default changed. v1 answers a slow backend with 502, v2 with 504.
local backend = require "lib.backend"
local sku = require "lib.sku"

-- The documents that were gathered, as a set: either of the two that tell a time will do.
local function gathered(facts)
  local present = {}
  for name in pairs(facts) do present[name] = true end
  return present
end

local function slowest(rows, member, longest)
  for _, row in ipairs(rows) do
    if not longest or row[member] > longest then longest = row[member] end
  end
  return longest
end

local function same_path(probes, path)
  local wanted, rows = text.split(path, "?")[1], {}
  for _, row in ipairs(probes) do
    if text.split(row.path, "?")[1] == wanted then rows[#rows + 1] = row end
  end
  return rows
end

-- The longest time in milliseconds that the request's log or a direct try of its path tells; nil when neither
-- does.
local function time_taken(facts)
  local present, longest = gathered(facts), nil
  if present.requestLog then longest = slowest(facts.requestLog, "timeTakenMs", longest) end
  if present.directProbe then
    longest = slowest(same_path(facts.directProbe, facts.request.path), "timeMs", longest)
  end
  return longest
end

return {
  answers = { "slow-v1", "slow-v2", "no" },
  reads = { "request", "applicationGateway", "requestLog", "directProbe" },
  provides = {
    ["slow-v1"] = { "GatewayName", "BackendPool", "HttpSetting", "RequestTimeout" },
    ["slow-v2"] = { "GatewayName", "BackendPool", "HttpSetting", "RequestTimeout" },
    no = { "GatewayName", "BackendPool", "HttpSetting" },
  },
  decide = function(facts)
    local pair, stop = backend.pair(facts)
    if not pair then return stop end
    local values = {
      GatewayName = pair.gateway.name, BackendPool = pair.pool.name, HttpSetting = pair.setting.name,
    }
    local taken = time_taken(facts)
    if not taken then return unknown { any_of = { "requestLog", "directProbe" } } end
    if taken < 1000 * pair.setting.requestTimeout then return no(values) end
    local generation, no_generation = sku.generation(pair.gateway)
    if not generation then return no_generation end
    values.RequestTimeout = pair.setting.requestTimeout
    return answer("slow-" .. generation, values)
  end,
}
