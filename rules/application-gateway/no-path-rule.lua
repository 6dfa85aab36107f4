-- SPDX-License-Identifier: MIT
-- Does the request reach a path-based rule, but none of its path rules, so that the default decides?
local checklist = require "lib.checklist"
local paths = require "lib.paths"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "request" },
  provides = { yes = { "GatewayName", "RuleName", "UrlPath", "UrlPathMapName" } },
  decide = function(facts)
    local found, stop = paths.unmatched(facts)
    if not found then return stop or no() end
    return checklist.verdict { { found.name, {
      GatewayName = facts.applicationGateway.name, RuleName = found.rule.name, UrlPath = facts.request.path,
      UrlPathMapName = found.name,
    } } }
  end,
}
