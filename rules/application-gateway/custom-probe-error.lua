-- SPDX-License-Identifier: MIT
-- Why does the custom probe fail?
local backend = require "lib.backend"
local failure = require "lib.failure"
local probe = require "lib.probe"

local classes = { "tcp", "dns", "timeout", "status", "body", "outdated", "other" }

return {
  answers = classes,
  reads = { "request", "applicationGateway", "backendHealth" },
  provides = failure.provides(classes, {
    dns = { "VnetName" },
    timeout = { "ProbeName", "ProbeTimeout" },
    status = { "ProbeName", "ProbePath", "ReceivedStatus", "ExpectedStatus" },
    body = { "ProbeName", "ProbePath", "ExpectedText" },
    outdated = { "Contradiction" },
  }),
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local custom, no_probe = probe.custom(pair.gateway, pair.setting)
    if no_probe then return no_probe end
    if not custom then return unknown { needs = { fact_path(pair.setting, "probe") } } end
    return answer(failure.describe(pair, custom))
  end,
}
