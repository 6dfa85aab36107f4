-- SPDX-License-Identifier: MIT
-- Is this guide's symptom the one at hand? Whether it is intermittent is for the agent to say.
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "request.status" },
  provides = { no = { "StatusCode" } },
  decide = function(facts)
    local missing = documents.missing(facts, "request")
    if missing then return missing end
    if facts.request.status == 502 then return yes() end
    return no { StatusCode = facts.request.status }
  end,
}
