-- SPDX-License-Identifier: MIT
-- What the network cards of the servers tell of security groups.
local ids = require "lib.ids"

local network_cards = {}

local function lies_in(address, destinations)
  for _, destination in ipairs(destinations) do
    if net.prefix_match(destination, address) == "all" then return true end
  end
  return false
end

local function holds_any(card, destinations)
  for _, configuration in ipairs(card.ipConfigurations) do
    local address = configuration.privateIPAddress
    if address ~= nil and lies_in(address, destinations) then return true end
  end
  return false
end

-- The cards with an address in any of `destinations`, which are addresses or prefixes; nil and an Unknown when none is
-- known.
function network_cards.with(facts, destinations)
  local found = {}
  for _, card in ipairs(facts.networkCards) do
    if holds_any(card, destinations) then found[#found + 1] = card end
  end
  if #found == 0 then return nil, unknown { needs = { "networkCards" } } end
  return found
end

-- Rows { group, address }.
local function members_of(card)
  local members = {}
  for _, configuration in ipairs(card.ipConfigurations) do
    for _, group in ipairs(configuration.applicationSecurityGroups or {}) do
      members[#members + 1] = { group = text.lower(ids.name(group.id)), address = configuration.privateIPAddress }
    end
  end
  return members
end

local function addresses_in(members, group)
  local found = {}
  for _, member in ipairs(members) do
    if member.group == group then found[#found + 1] = member.address end
  end
  return found
end

-- Application security groups by name, each a list of addresses.
function network_cards.application_groups(facts)
  if facts.applicationSecurityGroups ~= nil then return facts.applicationSecurityGroups end
  local members, groups = {}, {}
  for _, card in ipairs(facts.networkCards) do
    local own = members_of(card)
    table.move(own, 1, #own, #members + 1, members)
  end
  for _, member in ipairs(members) do
    groups[member.group] = groups[member.group] or addresses_in(members, member.group)
  end
  return groups
end

return network_cards
