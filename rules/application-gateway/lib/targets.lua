-- SPDX-License-Identifier: MIT
-- Where packets for a server arrive. A security group sees a packet behind the load balancer that took it, so
-- for a name, and for a public address, the private addresses behind it must be told (dnsLookups[].targets).
local addresses = require "network.addresses"

local targets = {}

local function looked_up(facts, name)
  local found = {}
  for _, lookup in ipairs(facts.dnsLookups) do
    if text.equal_fold(lookup.name, name) then
      table.move(lookup.targets, 1, #lookup.targets, #found + 1, found)
    end
  end
  return found
end

-- A list of addresses and prefixes, none of them empty; nil and an Unknown when nobody looked the server up.
function targets.of(facts, address)
  if net.is_address(address) and addresses.is_private(address) then return { address } end
  local found = looked_up(facts, address)
  if #found == 0 then return nil, unknown { needs = { "dnsLookups" } } end
  return found
end

return targets
