-- SPDX-License-Identifier: MIT
-- Does the setting have a probe of its own, or is the default probe at work?
local backend = require "lib.backend"
local ids = require "lib.ids"

return {
  answers = { "yes", "no" },
  reads = { "request", "applicationGateway" },
  provides = { yes = { "HttpSetting", "ProbeName" }, no = { "HttpSetting" } },
  decide = function(facts)
    local pair, stop = backend.pair(facts)
    if not pair then return stop end
    local setting = pair.setting
    if setting.probe == nil then return no { HttpSetting = setting.name } end
    return yes { HttpSetting = setting.name, ProbeName = ids.name(setting.probe.id) }
  end,
}
