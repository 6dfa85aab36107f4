-- SPDX-License-Identifier: MIT
-- What the rules for custom and default probes have in common: the class of the failure and its values.
local backend = require "lib.backend"
local ids = require "lib.ids"
local probe = require "lib.probe"

local failure = {}

local common = { "GatewayName", "BackendPool", "HttpSetting", "BackendServerAddress", "ErrorDetails" }

-- The `provides` of a rule: for each class it can answer the common values, and those it names in `more`.
function failure.provides(answers, more)
  local provides = {}
  for _, class in ipairs(answers) do
    local names = table.move(common, 1, #common, 1, {})
    provides[class] = table.move(more[class] or {}, 1, #(more[class] or {}), #names + 1, names)
  end
  return provides
end

-- The class of a server's failure and the values known for it.
function failure.describe(pair)
  local values = backend.values(pair)
  local class = probe.class(values.ErrorDetails)
  if class == "dns" then
    values.VnetName = backend.network(pair.gateway)
  elseif class == "status" then
    values.ReceivedStatus, values.ExpectedStatus = probe.statuses(values.ErrorDetails)
  end
  return class, values
end

return failure
