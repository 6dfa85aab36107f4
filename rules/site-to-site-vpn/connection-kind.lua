-- SPDX-License-Identifier: MIT
-- What stands at the other end: a device, or another gateway of Azure?
local documents = require "lib.documents"
local kind = require "lib.kind"

return {
  answers = { "site", "vnet" },
  reads = { "connection.connectionType" },
  provides = {},
  decide = function(facts)
    local stop = documents.missing(facts, "connection")
    if stop then return stop end
    local found = kind.of(facts.connection)
    if found == "other" then return not_applicable("the connection is neither IPsec nor Vnet2Vnet") end
    return answer(found)
  end,
}
