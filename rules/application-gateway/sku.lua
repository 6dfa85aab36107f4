-- SPDX-License-Identifier: MIT
-- v1 or v2: the two generations fail in different ways.
local documents = require "lib.documents"
local sku = require "lib.sku"

return {
  answers = { "v1", "v2" },
  reads = { "applicationGateway" },
  provides = { v1 = { "Tier" }, v2 = { "Tier" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local generation, stop = sku.generation(facts.applicationGateway)
    if not generation then return stop end
    return answer(generation, { Tier = facts.applicationGateway.sku.tier })
  end,
}
