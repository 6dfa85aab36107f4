-- SPDX-License-Identifier: MIT
-- Is there a side that begins the negotiation? Two sides that only answer wait for each other.
local documents = require "lib.documents"

return {
  answers = { "nobody", "somebody" },
  reads = { "connection.connectionMode", "onPremDevice.role" },
  provides = {},
  decide = function(facts)
    local stop = documents.missing(facts, "connection")
    if stop then return stop end
    if not text.equal_fold(facts.connection.connectionMode or "Default", "ResponderOnly") then
      return answer("somebody")
    end
    stop = documents.missing(facts, "onPremDevice")
    if stop then return stop end
    return answer(text.equal_fold(facts.onPremDevice.role, "responder") and "nobody" or "somebody")
  end,
}
