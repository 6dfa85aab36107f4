-- SPDX-License-Identifier: MIT
-- Who sent a 502: a status that a server gave stands beside the one that the client received.
local servers = {}

servers.answers = { "server", "no" }

local common = { "GatewayName", "BackendPool", "HttpSetting" }

servers.provides = { server = common, no = common }

-- The verdict for a pair of pool and setting; `member` of a row is what a server answered, a number or, as
-- the log has it, a text; nil when none did.
function servers.judge(pair, rows, member)
  local values = {
    GatewayName = pair.gateway.name, BackendPool = pair.pool.name, HttpSetting = pair.setting.name,
  }
  for _, row in ipairs(rows) do
    if tostring(row[member]) == "502" then return answer("server", values) end
  end
  return answer("no", values)
end

return servers
