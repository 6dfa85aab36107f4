-- SPDX-License-Identifier: MIT
-- The message is not a known one. Does the probe's own request, sent straight to the server, say why it
-- fails?
local backend = require "lib.backend"
local failure = require "lib.failure"
local probe = require "lib.probe"
local statuses = require "lib.statuses"
local tries = require "lib.tries"

local body_limit = 4090

-- "body" where the text that the probe looks for is missing, "body-too-far" where it stands behind the part
-- of the answer that the probe reads, nil where it is found or none is looked for.
local function body_fault(row, wanted)
  if wanted == "" then return nil end
  local _, last = string.find(row.body, wanted, 1, true)
  if not last then return "body" end
  return last > body_limit and "body-too-far" or nil
end

local function fault(row, custom)
  if row.refused then return "refused" end
  if row.timeMs > 1000 * probe.timeout_seconds(custom) then return "timeout" end
  if not statuses.accepts(statuses.accepted(custom), row.status) then
    return custom and "status" or "default-status"
  end
  return custom and body_fault(row, custom.match and custom.match.body or "") or "good"
end

-- The classes that show what another one does.
local kind_of = { ["default-status"] = "status", ["body-too-far"] = "body" }

local classes = { "refused", "timeout", "status", "default-status", "body", "body-too-far", "good" }

return {
  answers = classes,
  reads = { "request", "applicationGateway", "backendHealth", "directProbe" },
  provides = failure.provides(classes, {
    refused = { "DestinationPort" },
    timeout = { "ProbeName", "ProbeTimeout" },
    status = { "ProbeName", "ProbePath", "ReceivedStatus", "ExpectedStatus" },
    ["default-status"] = { "ProbeProtocol", "ReceivedStatus", "ExpectedStatus" },
    body = { "ProbeName", "ProbePath", "ExpectedText" },
    ["body-too-far"] = { "ProbeName", "ProbePath", "ExpectedText" },
  }),
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local custom, no_probe = probe.custom(pair.gateway, pair.setting)
    if no_probe then return no_probe end
    local row = tries.of_server(facts.directProbe, pair.server.address, custom and custom.path or "/")
    if not row then return unknown { needs = { "directProbe" } } end
    local values = backend.values(pair)
    local class = fault(row, custom)
    failure.add_details(values, kind_of[class] or class, pair, custom)
    if class == "refused" then
      values.DestinationPort = probe.port(pair.gateway, pair.setting)
    else
      values.ReceivedStatus = tostring(row.status)
    end
    return answer(class, values)
  end,
}
