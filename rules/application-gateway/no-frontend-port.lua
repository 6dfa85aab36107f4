-- SPDX-License-Identifier: MIT
-- Does the gateway lack the port that the request came to?
local checklist = require "lib.checklist"
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "request" },
  provides = { yes = { "GatewayName", "FrontEndPort" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway", "request")
    if missing then return missing end
    local gateway, wanted = facts.applicationGateway, facts.request.port
    for _, port in ipairs(gateway.frontendPorts) do
      if port.port == wanted then return no() end
    end
    return checklist.verdict { { tostring(wanted), { GatewayName = gateway.name, FrontEndPort = wanted } } }
  end,
}
