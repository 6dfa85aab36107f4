-- SPDX-License-Identifier: MIT
-- v2 only: one finding for each HTTPS setting in use without a trusted root behind which a server is not healthy.
-- A server that is healthy has a certificate of a public authority; App Service has one.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local health = require "lib.health"
local members = require "lib.members"
local sku = require "lib.sku"
local topology = require "lib.topology"
local uses = require "lib.uses"

-- Whether a server of these pools is not healthy; nil and an Unknown where that could not be told.
local function any_fails(facts, use)
  local open = nil
  for _, pool in ipairs(use.pools) do
    if not topology.is_empty(pool) and not members.all_web_apps(pool) then
      local count, untold = health.counted(facts, pool, use.setting)
      if count and count.Healthy < count.all then return true end
      open = open or untold
    end
  end
  return nil, open
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "backendHealth" },
  provides = { yes = { "GatewayName", "BackendHttpSettingName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows, open = facts.applicationGateway, {}, nil
    local generation, untold = sku.generation(gateway)
    if not generation then return untold end
    if generation ~= "v2" then return no() end
    local used, stop = uses.settings(gateway)
    if not used then return stop end
    for _, use in ipairs(used) do
      local without = #(use.setting.trustedRootCertificates or {}) == 0
      if without and text.equal_fold(use.setting.protocol, "Https") then
        local fails, unread = any_fails(facts, use)
        open = open or unread
        if fails then
          rows[#rows + 1] = { use.setting.name, {
            GatewayName = gateway.name, BackendHttpSettingName = use.setting.name,
          } }
        end
      end
    end
    return checklist.verdict(rows, open)
  end,
}
