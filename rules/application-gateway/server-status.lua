-- SPDX-License-Identifier: MIT
-- Did a server answer the failing request with 502 itself? The request's own log line tells.
local backend = require "lib.backend"
local servers = require "lib.servers"

return {
  answers = servers.answers,
  reads = { "request", "applicationGateway", "requestLog" },
  provides = servers.provides,
  decide = function(facts)
    local pair, stop = backend.pair(facts)
    if not pair then return stop end
    if #facts.requestLog == 0 then return unknown { needs = { "requestLog" } } end
    return servers.judge(pair, facts.requestLog, "serverStatus")
  end,
}
