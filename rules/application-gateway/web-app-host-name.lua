-- SPDX-License-Identifier: MIT
-- One finding for each setting that sends requests to App Service and leaves the client's host name as it is.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local host_source = require "lib.host_source"
local members = require "lib.members"
local uses = require "lib.uses"

local function first_web_app(pools)
  for _, pool in ipairs(pools) do
    local name = members.web_app(pool)
    if name then return name end
  end
  return nil
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendHttpSettingName", "Fqdn" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    local used, stop = uses.settings(gateway)
    if not used then return stop end
    for _, use in ipairs(used) do
      local name = not host_source.offers(use.setting) and first_web_app(use.pools)
      if name then
        rows[#rows + 1] = { use.setting.name, {
          GatewayName = gateway.name, BackendHttpSettingName = use.setting.name, Fqdn = name,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
