-- SPDX-License-Identifier: MIT
-- One finding for each probe that settings name, none of which a rule sends requests through: it is not sent.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ids = require "lib.ids"
local uses = require "lib.uses"

local function any_used(settings, used)
  for _, setting in ipairs(settings) do
    for _, use in ipairs(used) do
      if ids.same(setting.id, use.setting.id) then return true end
    end
  end
  return false
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "BackendHttpSettingName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    local used, stop = uses.settings(gateway)
    if not used then return stop end
    for _, probe in ipairs(gateway.probes or {}) do
      local settings = uses.settings_of(gateway, probe)
      if #settings > 0 and not any_used(settings, used) then
        rows[#rows + 1] = { probe.name, {
          GatewayName = gateway.name, ProbeName = probe.name, BackendHttpSettingName = settings[1].name,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
