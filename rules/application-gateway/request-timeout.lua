-- SPDX-License-Identifier: MIT
-- Did the failing request take longer than the setting allows? Its own log line tells.
local backend = require "lib.backend"
local timing = require "lib.timing"

return {
  answers = timing.answers,
  reads = { "request", "applicationGateway", "requestLog" },
  provides = timing.provides,
  decide = function(facts)
    local pair, stop = backend.pair(facts)
    if not pair then return stop end
    local taken = timing.longest(facts.requestLog, "timeTakenMs")
    if not taken then return unknown { needs = { "requestLog" } } end
    return timing.judge(pair, taken)
  end,
}
