-- SPDX-License-Identifier: MIT
-- One finding for each listener certificate of the gateway that is no longer valid.
local certificates = require "lib.certificates"

return {
  answers = certificates.answers,
  reads = certificates.reads,
  provides = certificates.provides,
  decide = function(facts) return certificates.expired(facts, "sslCertificates") end,
}
