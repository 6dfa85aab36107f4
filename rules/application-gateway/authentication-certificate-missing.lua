-- SPDX-License-Identifier: MIT
-- v1 only: one finding for each HTTPS setting in use without an authentication certificate. App Service needs
-- none.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local members = require "lib.members"
local sku = require "lib.sku"
local uses = require "lib.uses"

local function needs_certificate(pools)
  for _, pool in ipairs(pools) do
    if not members.all_web_apps(pool) then return true end
  end
  return false
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendHttpSettingName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    local generation, untold = sku.generation(gateway)
    if not generation then return untold end
    if generation ~= "v1" then return no() end
    local used, stop = uses.settings(gateway)
    if not used then return stop end
    for _, use in ipairs(used) do
      local without = #(use.setting.authenticationCertificates or {}) == 0
      if without and text.equal_fold(use.setting.protocol, "Https") and needs_certificate(use.pools) then
        rows[#rows + 1] = { use.setting.name, {
          GatewayName = gateway.name, BackendHttpSettingName = use.setting.name,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
