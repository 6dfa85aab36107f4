-- SPDX-License-Identifier: MIT
-- The message is not a known one, or not believed. Does the certificate that the server shows say why the
-- probe fails?
local backend = require "lib.backend"
local server_certificate = require "lib.server_certificate"
local documents = require "lib.documents"
local failure = require "lib.failure"
local names = require "lib.names"
local probe = require "lib.probe"
local sku = require "lib.sku"

-- The certificate is good. A message that tells otherwise is here because an agent did not believe it: for
-- two sides without a common cipher the gateway speaks of dates (MicrosoftDocs/azure-docs issue 41492).
local function good(values)
  local told = probe.tls_class(values.ErrorDetails)
  if told == "expired" then return answer("ciphers", values) end
  if told ~= "common-name" then return answer("good", values) end
  values.Contradiction = "the certificate carries the name " .. values.ExpectedName
  return answer("outdated", values)
end

-- The verdict on one certificate for a pair whose probe is `custom`.
local function judge(facts, pair, row, custom)
  local values = backend.values(pair)
  local fault = server_certificate.chain_fault(row)
  if fault then return answer(fault, values) end
  if not server_certificate.is_valid_at(row, facts.now) then return answer("expired", values) end
  local generation, stop = sku.generation(pair.gateway)
  if not generation then return stop end
  values.ExpectedName = names.expected(pair, custom, generation)
  if server_certificate.carries(row, values.ExpectedName) then return good(values) end
  return answer(generation == "v1" and "common-name-v1" or "common-name", values)
end

local classes = {
  "expired", "common-name", "common-name-v1", "leaf-missing", "chain-order", "ciphers", "outdated", "good",
}

return {
  answers = classes,
  reads = { "request", "applicationGateway", "backendHealth", "backendTls", "now" },
  provides = failure.provides(classes, {
    ["common-name"] = { "ExpectedName" }, ["common-name-v1"] = { "ExpectedName" },
    outdated = { "Contradiction" },
  }),
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local speaks_tls = text.equal_fold(pair.setting.protocol, "Https")
    if not speaks_tls then return answer("good", backend.values(pair)) end
    local custom, no_probe = probe.custom(pair.gateway, pair.setting)
    if no_probe then return no_probe end
    local row = server_certificate.of(facts.backendTls, pair.server.address)
    if not row then return unknown { needs = { "backendTls" } } end
    return documents.missing(facts, "now") or judge(facts, pair, row, custom)
  end,
}
