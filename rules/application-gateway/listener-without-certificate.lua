-- SPDX-License-Identifier: MIT
-- One finding for each HTTPS listener that names no certificate.
local checklist = require "lib.checklist"
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ListenerName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, listener in ipairs(gateway.httpListeners) do
      if text.equal_fold(listener.protocol, "Https") and listener.sslCertificate == nil then
        rows[#rows + 1] = { listener.name, { GatewayName = gateway.name, ListenerName = listener.name } }
      end
    end
    return checklist.verdict(rows)
  end,
}
