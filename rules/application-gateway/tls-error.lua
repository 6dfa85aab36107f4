-- SPDX-License-Identifier: MIT
-- Does the probe fail on TLS, and how? Only a setting that speaks HTTPS to its servers can.
local backend = require "lib.backend"
local failure = require "lib.failure"
local names = require "lib.names"
local probe = require "lib.probe"
local sku = require "lib.sku"

local function common_name(pair, values)
  local custom, no_probe = probe.custom(pair.gateway, pair.setting)
  if no_probe then return no_probe end
  local generation, stop = sku.generation(pair.gateway)
  if not generation then return stop end
  values.ExpectedName = names.expected(pair, custom, generation)
  return answer(generation == "v1" and "common-name-v1" or "common-name", values)
end

local classes = {
  "not-allow-listed", "handshake", "common-name", "common-name-v1", "unknown-authority",
  "unknown-intermediate", "root-mismatch", "root-not-uploaded", "verification", "expired",
  "intermediate-missing", "leaf-missing", "chain-order", "none",
}

return {
  answers = classes,
  reads = { "request", "applicationGateway", "backendHealth" },
  provides = failure.provides(classes, {
    ["common-name"] = { "ExpectedName" }, ["common-name-v1"] = { "ExpectedName" },
    verification = { "VerifyCode" },
  }),
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local values = backend.values(pair)
    if not text.equal_fold(pair.setting.protocol, "Https") then return answer("none", values) end
    local class = probe.tls_class(values.ErrorDetails)
    if class == "common-name" then return common_name(pair, values) end
    if class == "verification" then
      values.VerifyCode = text.match(text.lower(values.ErrorDetails), "error code ([0-9]+)") or "not given"
    end
    return answer(class, values)
  end,
}
