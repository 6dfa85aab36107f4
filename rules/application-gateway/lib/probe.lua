-- SPDX-License-Identifier: MIT
-- Probes: the custom one of a setting, its port and timeout, and what class of failure a message tells of.
local ids = require "lib.ids"

local probe = {}

local default_timeout_seconds = 30

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

-- How many seconds a probe waits; nil stands for the default probe.
function probe.timeout_seconds(custom)
  return custom and custom.timeout or default_timeout_seconds
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
  { "common-name", "common name (cn) of the backend" },
  { "expired", "current date is not within" },
  { "intermediate-missing", "intermediate certificate is missing" },
  { "leaf-missing", "leaf certificate is missing" },
  { "chain-order", "leaf certificate is not the topmost" },
  { "unknown-intermediate", "intermediate certificate is not signed by a well-known" },
  { "unknown-authority", "is not signed by a well-known" },
  { "root-not-uploaded", "not signed by any root certificates uploaded" },
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

local standings = {
  { "success", "success. received" },
  { "unread", "health status could not be retrieved" },
}

-- "success" or "unread" where the message tells of no failure at all, else "none".
function probe.standing(message)
  return classify(standings, message, "none")
end

-- An option of the TLS step, or "none". Only messages of a setting that speaks HTTPS are asked for.
function probe.tls_class(message)
  return classify(tls_classes, message, "none")
end

return probe
