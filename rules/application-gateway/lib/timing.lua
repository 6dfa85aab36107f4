-- SPDX-License-Identifier: MIT
-- What a response time says beside the setting's timeout. The setting's own value counts, never a default:
-- the documented one changed. v1 answers a slow backend with 502, v2 with 504.
local sku = require "lib.sku"

local timing = {}

timing.answers = { "slow-v1", "slow-v2", "no" }

local common = { "GatewayName", "BackendPool", "HttpSetting" }
local slow = { "GatewayName", "BackendPool", "HttpSetting", "RequestTimeout" }

timing.provides = { ["slow-v1"] = slow, ["slow-v2"] = slow, no = common }

-- The largest `member` of the rows, or nil when there is no row.
function timing.longest(rows, member)
  local longest = nil
  for _, row in ipairs(rows) do
    if not longest or row[member] > longest then longest = row[member] end
  end
  return longest
end

-- The verdict on `taken` milliseconds for a pair of pool and setting.
function timing.judge(pair, taken)
  local values = {
    GatewayName = pair.gateway.name, BackendPool = pair.pool.name, HttpSetting = pair.setting.name,
  }
  if taken < 1000 * pair.setting.requestTimeout then return answer("no", values) end
  local generation, stop = sku.generation(pair.gateway)
  if not generation then return stop end
  values.RequestTimeout = pair.setting.requestTimeout
  return answer("slow-" .. generation, values)
end

return timing
