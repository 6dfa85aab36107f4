-- SPDX-License-Identifier: MIT
return {
  answers = { "yes", "no" },
  reads = { "httpSettings", "requests" },
  provides = { yes = { "Finding" } },
  decide = function(facts)
    local settings, slowest = facts.httpSettings, facts.requests.p95Ms
    for i = 1, #settings do
      if settings[i].timeoutSec * 1000 < slowest then return yes { Finding = "timeout-p95" } end
    end
    return no()
  end,
}
