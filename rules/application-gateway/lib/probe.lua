-- SPDX-License-Identifier: MIT
-- Probes: the custom one of a setting, the port that is probed, and what a probe's message says.
local ids = require "lib.ids"

local probe = {}

-- The custom probe of a setting. nil: the default probe; nil and a verdict: the gateway lists no such probe.
function probe.custom(gateway, setting)
  if setting.probe == nil then return nil end
  local found = ids.find(gateway.probes, setting.probe.id)
  if not found then return nil, unknown { needs = { "applicationGateway.probes" } } end
  return found
end

-- The port that probes go to. A probe without a port of its own uses the setting's.
function probe.port(gateway, setting)
  local custom, stop = probe.custom(gateway, setting)
  if stop then return nil, stop end
  return custom and custom.port or setting.port
end

-- Parts of messages: whole texts changed over the years and end in links. The first line that fits wins.
local transport_classes = {
  { "tcp", "cannot connect to backend server" }, { "tcp", "could not connect to the backend" },
  { "dns", "could not create a probe" },
  { "timeout", "time taken by the backend" },
  { "status", "status code of the backend" }, { "status", "probe status code mismatch" },
  { "body", "body of the backend" },
}

local tls_classes = {
  { "not-allow-listed", "not whitelisted" },
  { "handshake", "https probe connection error" },
  { "common-name", "common name of the leaf certificate" },
  { "common-name", "common name (cn) of the backend certificate" },
  { "expired", "current date is not within" },
  { "chain", "intermediate certificate is missing" }, { "chain", "leaf certificate is missing" },
  { "chain", "leaf certificate is not the topmost" },
  { "unknown-authority", "server certificate is not signed by a well-known" },
  { "unknown-authority", "intermediate certificate is not signed by a well-known" },
  { "root-mismatch", "not signed by any root certificates uploaded" },
  { "root-mismatch", "root certificate of the server certificate used by the backend does" },
  { "verification", "validity of the backend certificate could not be verified" },
}

local function classify(classes, message, otherwise)
  for _, class in ipairs(classes) do
    if text.contains_fold(message, class[2]) then return class[1] end
  end
  return otherwise
end

-- "tcp", "dns", "timeout", "status", "body" or "other".
function probe.class(message)
  return classify(transport_classes, message, "other")
end

-- An option of the TLS step, or "none". Only messages of a setting that speaks HTTPS are asked for.
function probe.tls_class(message)
  return classify(tls_classes, message, "none")
end

-- What a status message says: received and expected codes, "not given" where it is silent.
function probe.statuses(message)
  local lowered = text.lower(message)
  local received = text.match(lowered, [[received:? ?([0-9]{3})]]) or "not given"
  local expected = text.match(lowered, [[expected: ?([0-9][0-9, -]*[0-9])]]) or "not given"
  return received, expected
end

return probe
