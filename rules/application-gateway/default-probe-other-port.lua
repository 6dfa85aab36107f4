-- SPDX-License-Identifier: MIT
-- One finding for each setting in use without a probe of its own whose port is not its protocol's usual one: the
-- default probe goes to that port, where a default site must listen.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local uses = require "lib.uses"

local usual_port = { http = 80, https = 443 }

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendHttpSettingName", "BackendPort", "ProbeUrl" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    local used, stop = uses.settings(gateway)
    if not used then return stop end
    for _, use in ipairs(used) do
      local setting = use.setting
      local protocol = text.lower(setting.protocol)
      local usual = usual_port[protocol]
      if setting.probe == nil and usual and setting.port ~= usual then
        rows[#rows + 1] = { setting.name, {
          GatewayName = gateway.name, BackendHttpSettingName = setting.name, BackendPort = setting.port,
          ProbeUrl = protocol .. "://127.0.0.1:" .. setting.port .. "/",
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
