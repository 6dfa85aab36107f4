-- SPDX-License-Identifier: MIT
-- One finding for each listener that no rule takes requests from.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local listeners = require "lib.listeners"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ListenerName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, listener in ipairs(gateway.httpListeners) do
      if not listeners.has_rule(gateway, listener) then
        rows[#rows + 1] = { listener.name, { GatewayName = gateway.name, ListenerName = listener.name } }
      end
    end
    return checklist.verdict(rows)
  end,
}
