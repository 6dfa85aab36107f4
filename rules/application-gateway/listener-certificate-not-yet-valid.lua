-- SPDX-License-Identifier: MIT
-- One finding for each listener certificate of the gateway that is not valid yet.
local certificates = require "lib.certificates"

return {
  answers = certificates.answers,
  reads = certificates.reads,
  provides = certificates.provides,
  decide = function(facts) return certificates.not_yet_valid(facts, "sslCertificates") end,
}
