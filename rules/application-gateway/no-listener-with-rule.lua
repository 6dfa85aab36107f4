-- SPDX-License-Identifier: MIT
-- Does no listener at all have a rule? Then the gateway serves nothing.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local listeners = require "lib.listeners"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway = facts.applicationGateway
    for _, listener in ipairs(gateway.httpListeners) do
      if listeners.has_rule(gateway, listener) then return no() end
    end
    return checklist.verdict { { gateway.name, { GatewayName = gateway.name } } }
  end,
}
