-- SPDX-License-Identifier: MIT
-- One finding for each pool that an HTTPS setting uses and that has both names and addresses as members: one host
-- name or certificate does not fit both.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local members = require "lib.members"
local uses = require "lib.uses"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendAddressPool" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows, seen = facts.applicationGateway, {}, {}
    local targets, stop = uses.targets(gateway)
    if not targets then return stop end
    for _, target in ipairs(targets) do
      local pool = target.pool
      local mixed = #members.names(pool) > 0 and members.has_address(pool)
      local key = text.lower(pool.id)
      if mixed and text.equal_fold(target.setting.protocol, "Https") and not seen[key] then
        seen[key] = true
        rows[#rows + 1] = { pool.name, { GatewayName = gateway.name, BackendAddressPool = pool.name } }
      end
    end
    return checklist.verdict(rows)
  end,
}
