-- SPDX-License-Identifier: MIT
-- Does the request miss a path rule only because the rule ends in a slash and the request does not?
local checklist = require "lib.checklist"
local paths = require "lib.paths"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "request" },
  provides = { yes = { "GatewayName", "RuleName", "UrlPath", "UrlPathMapName", "Path" } },
  decide = function(facts)
    local found, stop = paths.unmatched(facts)
    if not found then return stop or no() end
    local rows = {}
    for _, path_rule in ipairs(found.map.pathRules) do
      for _, path in ipairs(path_rule.paths) do
        if text.equal_fold(path, found.path .. "/") then
          rows[#rows + 1] = { path, {
            GatewayName = facts.applicationGateway.name, RuleName = found.rule.name, UrlPath = facts.request.path,
            UrlPathMapName = found.name, Path = path,
          } }
        end
      end
    end
    return checklist.verdict(rows)
  end,
}
