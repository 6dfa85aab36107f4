-- SPDX-License-Identifier: MIT
-- Listeners and the rules that take requests from them.
local ids = require "lib.ids"

local listeners = {}

-- The listener that a rule takes requests from; nil and an Unknown when it is not listed.
function listeners.of(gateway, rule)
  local listener = ids.find(gateway.httpListeners, rule.httpListener.id)
  if listener then return listener end
  return nil, unknown { needs = { "applicationGateway.httpListeners" } }
end

function listeners.has_rule(gateway, listener)
  for _, rule in ipairs(gateway.requestRoutingRules) do
    if ids.same(rule.httpListener.id, listener.id) then return true end
  end
  return false
end

return listeners
