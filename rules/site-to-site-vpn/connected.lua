-- SPDX-License-Identifier: MIT
-- Is the connection up now? The status Unknown says nothing.
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "connection.connectionStatus" },
  provides = {},
  decide = function(facts)
    local stop = documents.missing(facts, "connection")
    if stop then return stop end
    local status = facts.connection.connectionStatus
    if status == "Connected" then return yes() end
    if status == "NotConnected" or status == "Connecting" then return no() end
    return unknown { needs = { "connection.connectionStatus" } }
  end,
}
