-- SPDX-License-Identifier: MIT
-- Why does the default probe fail? It asks http(s)://127.0.0.1:port/ and looks at the status alone.
local backend = require "lib.backend"
local failure = require "lib.failure"

local default_timeout_seconds = 30

local classes = { "tcp", "dns", "timeout", "status", "other" }

return {
  answers = classes,
  reads = { "request", "applicationGateway", "backendHealth" },
  provides = failure.provides(classes, {
    dns = { "VnetName" },
    timeout = { "ProbeName", "ProbeTimeout" },
    status = { "ReceivedStatus", "ExpectedStatus", "ProbeProtocol" },
  }),
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local class, values = failure.describe(pair)
    if class == "body" then class = "other" end
    if class == "timeout" then
      values.ProbeName, values.ProbeTimeout = "the default probe", default_timeout_seconds
    elseif class == "status" then
      values.ProbeProtocol = text.lower(pair.setting.protocol)
    end
    return answer(class, values)
  end,
}
