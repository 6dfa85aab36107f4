-- SPDX-License-Identifier: MIT
-- The validity of certificates that the gateway holds. The gateway lists them without dates; the document
-- gatewayCertificates gives the dates by id. A certificate is valid at both ends of its validity.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ids = require "lib.ids"

local certificates = {}

certificates.answers = { "yes", "no" }
certificates.reads = { "applicationGateway", "gatewayCertificates", "now" }
certificates.provides = { yes = { "GatewayName", "AuthCertificate", "Timestamp" } }

-- One finding for each certificate of `collection` whose `member` (notBefore or notAfter) is on the wrong side of
-- now, as `is_wrong(seconds, now)` tells.
local function judge(facts, collection, member, is_wrong)
  local missing = documents.missing(facts, "applicationGateway", "now")
  if missing then return missing end
  local gateway, rows, open = facts.applicationGateway, {}, nil
  for _, certificate in ipairs(gateway[collection] or {}) do
    local dates = ids.find(facts.gatewayCertificates, certificate.id)
    if not dates then
      open = unknown { needs = { "gatewayCertificates" } }
    elseif is_wrong(time.parse(dates[member]), time.parse(facts.now)) then
      rows[#rows + 1] = { certificate.name, {
        GatewayName = gateway.name, AuthCertificate = certificate.name, Timestamp = dates[member],
      } }
    end
  end
  return checklist.verdict(rows, open)
end

function certificates.expired(facts, collection)
  return judge(facts, collection, "notAfter", function(ends, now) return ends < now end)
end

function certificates.not_yet_valid(facts, collection)
  return judge(facts, collection, "notBefore", function(begins, now) return begins > now end)
end

return certificates
