-- SPDX-License-Identifier: MIT
-- Does the server take longer than the setting allows when it is asked directly, for the path that fails?
-- That another path is quick says nothing.
local backend = require "lib.backend"
local timing = require "lib.timing"
local tries = require "lib.tries"

return {
  answers = timing.answers,
  reads = { "request", "applicationGateway", "directProbe" },
  provides = timing.provides,
  decide = function(facts)
    local pair, stop = backend.pair(facts)
    if not pair then return stop end
    local taken = timing.longest(tries.of_path(facts.directProbe, facts.request.path), "timeMs")
    if not taken then return unknown { needs = { "directProbe" } } end
    return timing.judge(pair, taken)
  end,
}
