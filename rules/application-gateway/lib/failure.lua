-- SPDX-License-Identifier: MIT
-- What the rules on failing probes have in common: the class of the failure and the values for its article.
local backend = require "lib.backend"
local probe = require "lib.probe"
local statuses = require "lib.statuses"

local failure = {}

local common = { "GatewayName", "BackendPool", "HttpSetting", "BackendServerAddress", "ErrorDetails" }

-- The `provides` of a rule: for each class it can answer the common values, and those it names in `more`.
function failure.provides(answers, more)
  local provides = {}
  for _, class in ipairs(answers) do
    local names = {}
    for _, name in ipairs(common) do names[#names + 1] = name end
    for _, name in ipairs(more[class] or {}) do names[#names + 1] = name end
    provides[class] = names
  end
  return provides
end

-- Adds what the article on a class of failure shows; nil stands for the default probe.
function failure.add_details(values, class, pair, custom)
  values.ProbeName = custom and custom.name or "the default probe"
  if class == "dns" then
    values.VnetName = backend.network(pair.gateway)
  elseif class == "timeout" then
    values.ProbeTimeout = probe.timeout_seconds(custom)
  elseif class == "status" or class == "body" then
    values.ProbePath = custom and custom.path or "/"
    values.ProbeProtocol = text.lower(pair.setting.protocol)
    values.ExpectedStatus = values.ExpectedStatus or table.concat(statuses.accepted(custom), ", ")
    values.ExpectedText = custom and custom.match and custom.match.body
  end
end

local at_odds = {
  success = "it tells of a success, and the server is reported as unhealthy",
  unread = "it says that the health could not be read, and the server is reported as unhealthy",
}

-- What contradicts a message that tells of none of the usual failures.
local function odd_message(pair)
  local message = pair.server.healthProbeLog
  if probe.tls_class(message) ~= "none" and not text.equal_fold(pair.setting.protocol, "Https") then
    return "it speaks of a certificate, and the setting uses HTTP"
  end
  return at_odds[probe.standing(message)]
end

-- What contradicts the message in the settings, as they are now, or in the health; nil when they fit.
local function contradiction(class, pair, custom, received)
  if class == "other" then return odd_message(pair) end
  if class == "status" and received and statuses.accepts(statuses.accepted(custom), received) then
    return "it names the status " .. received .. ", which the probe accepts"
  end
  if class == "body" and (custom and custom.match and custom.match.body or "") == "" then
    return "it speaks of a text, and the probe looks for none"
  end
  return nil
end

-- The class of a server's failure and the values for it. "outdated": the message does not fit, so the
-- health was read before something changed.
function failure.describe(pair, custom)
  local values = backend.values(pair)
  local class = probe.class(values.ErrorDetails)
  local received, expected = statuses.in_message(values.ErrorDetails)
  values.ReceivedStatus = received and tostring(received) or "not given"
  values.ExpectedStatus = expected
  values.Contradiction = contradiction(class, pair, custom, received)
  if values.Contradiction then return "outdated", values end
  failure.add_details(values, class, pair, custom)
  return class, values
end

return failure
