-- SPDX-License-Identifier: MIT
-- Is this a connection between a VPN gateway of Azure and another VPN device or gateway? ExpressRoute uses
-- the same resource.
local documents = require "lib.documents"
local kind = require "lib.kind"

return {
  answers = { "yes", "no" },
  reads = { "connection.connectionType" },
  provides = {},
  decide = function(facts)
    local stop = documents.missing(facts, "connection")
    if stop then return stop end
    return kind.of(facts.connection) ~= "other" and yes() or no()
  end,
}
