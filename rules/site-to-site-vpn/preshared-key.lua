-- SPDX-License-Identifier: MIT
-- Do both sides hold the same pre-shared key? Only digests are looked at, and only whether they are equal.
-- Digests of different methods or salts differ for that reason alone, so they say nothing.
local documents = require "lib.documents"

return {
  answers = { "same", "differs" },
  reads = { "keyDigests" },
  provides = {},
  decide = function(facts)
    local stop = documents.missing(facts, "keyDigests")
    if stop then return stop end
    local azure, device = facts.keyDigests.azure, facts.keyDigests.device
    if azure.method ~= device.method then
      return unknown { needs = { "keyDigests.azure.method", "keyDigests.device.method" } }
    end
    return answer(azure.digest == device.digest and "same" or "differs")
  end,
}
