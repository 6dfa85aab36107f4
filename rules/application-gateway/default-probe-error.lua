-- SPDX-License-Identifier: MIT
-- Why does the default probe fail? It asks http(s)://127.0.0.1:port/ and looks at the status alone.
local backend = require "lib.backend"
local failure = require "lib.failure"

local classes = { "tcp", "dns", "timeout", "status", "outdated", "other" }

return {
  answers = classes,
  reads = { "request", "applicationGateway", "backendHealth" },
  provides = failure.provides(classes, {
    dns = { "VnetName" },
    timeout = { "ProbeName", "ProbeTimeout" },
    status = { "ReceivedStatus", "ExpectedStatus", "ProbeProtocol" },
    outdated = { "Contradiction" },
  }),
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    return answer(failure.describe(pair, nil))
  end,
}
