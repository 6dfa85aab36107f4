-- SPDX-License-Identifier: MIT
-- One finding for each multi-site listener and each setting without a probe of its own that its requests go
-- through: the default probe names no site.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local hosts = require "lib.hosts"
local listeners = require "lib.listeners"
local uses = require "lib.uses"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ListenerName", "BackendHttpSettingName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows, seen = facts.applicationGateway, {}, {}
    local routes, stop = uses.routes(gateway)
    if not routes then return stop end
    for _, route in ipairs(routes) do
      local listener, unlisted = listeners.of(gateway, route.rule)
      if not listener then return unlisted end
      local pair = text.lower(listener.id .. "\n" .. route.setting.id)
      if route.setting.probe == nil and #hosts.names(listener) > 0 and not seen[pair] then
        seen[pair] = true
        rows[#rows + 1] = { listener.name .. " (" .. route.setting.name .. ")", {
          GatewayName = gateway.name, ListenerName = listener.name, BackendHttpSettingName = route.setting.name,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
