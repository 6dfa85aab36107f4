-- SPDX-License-Identifier: MIT
-- Does the probe fail on TLS, and how? Only a setting that speaks HTTPS to its servers can.
local backend = require "lib.backend"
local probe = require "lib.probe"

local common = { "GatewayName", "BackendPool", "HttpSetting", "BackendServerAddress", "ErrorDetails" }

local function and_also(name)
  local names = table.move(common, 1, #common, 1, {})
  names[#names + 1] = name
  return names
end

-- The name that the server's certificate must carry: the probe's host, else the setting's, else the server's
-- own name.
local function expected_name(pair, custom)
  local own = custom and not custom.pickHostNameFromBackendHttpSettings and custom.host or ""
  if own ~= "" then return own end
  if (pair.setting.hostName or "") ~= "" then return pair.setting.hostName end
  return pair.server.address
end

return {
  answers = {
    "not-allow-listed", "handshake", "common-name", "unknown-authority", "root-mismatch", "verification",
    "expired", "chain", "none",
  },
  reads = { "request", "applicationGateway", "backendHealth" },
  provides = {
    ["not-allow-listed"] = common, handshake = common, expired = common, chain = common,
    ["unknown-authority"] = common, ["root-mismatch"] = common,
    ["common-name"] = and_also("ExpectedName"),
    verification = and_also("VerifyCode"),
  },
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    if not text.equal_fold(pair.setting.protocol, "Https") then return answer("none") end
    local values = backend.values(pair)
    local class = probe.tls_class(values.ErrorDetails)
    if class == "none" then return answer("none") end
    if class == "common-name" then
      local custom, no_probe = probe.custom(pair.gateway, pair.setting)
      if no_probe then return no_probe end
      values.ExpectedName = expected_name(pair, custom)
    elseif class == "verification" then
      values.VerifyCode = text.match(values.ErrorDetails, "error code ([0-9]+)") or "not given"
    end
    return answer(class, values)
  end,
}
