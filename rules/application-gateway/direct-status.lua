-- SPDX-License-Identifier: MIT
-- Does a server answer 502 when it is asked directly, for the path that fails?
local backend = require "lib.backend"
local servers = require "lib.servers"
local tries = require "lib.tries"

return {
  answers = servers.answers,
  reads = { "request", "applicationGateway", "directProbe" },
  provides = servers.provides,
  decide = function(facts)
    local pair, stop = backend.pair(facts)
    if not pair then return stop end
    local rows = tries.of_path(facts.directProbe, facts.request.path)
    if #rows == 0 then return unknown { needs = { "directProbe" } } end
    return servers.judge(pair, rows, "status")
  end,
}
