-- SPDX-License-Identifier: MIT
-- Listeners and the rules that take requests from them.
local ids = require "lib.ids"

local listeners = {}

function listeners.has_rule(gateway, listener)
  for _, rule in ipairs(gateway.requestRoutingRules) do
    if ids.same(rule.httpListener.id, listener.id) then return true end
  end
  return false
end

return listeners
