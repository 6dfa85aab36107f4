-- SPDX-License-Identifier: MIT
-- Where packets for a server go. A security group before the server sees a packet behind the load balancer that took
-- it, so for a name, and for a public address, the private addresses behind it must be told (dnsLookups[].targets). A group
-- before the gateway sees the address that the name resolves to (dnsLookups[].addresses).
local addresses = require "network.addresses"

local targets = {}

local function looked_up(facts, name, member)
  local found = {}
  for _, lookup in ipairs(facts.dnsLookups) do
    if text.equal_fold(lookup.name, name) then
      local listed = lookup[member] or lookup.targets
      table.move(listed, 1, #listed, #found + 1, found)
    end
  end
  if #found == 0 then return nil, unknown { needs = { "dnsLookups" } } end
  return found
end

-- A list of addresses and prefixes, none of them empty; nil and an Unknown when nobody looked the server up.
function targets.of(facts, address)
  if net.is_address(address) and addresses.is_private(address) then return { address } end
  return looked_up(facts, address, "targets")
end

-- The same as the gateway's subnet sees it.
function targets.in_front(facts, address)
  if net.is_address(address) then return { address } end
  return looked_up(facts, address, "addresses")
end

return targets
