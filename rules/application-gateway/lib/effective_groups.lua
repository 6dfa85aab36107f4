-- SPDX-License-Identifier: MIT
-- Security groups as they take effect on network cards. Each entry of the answer is one group, on the card or on its subnet.
local ids = require "lib.ids"
local nsg = require "network.nsg"

local effective_groups = {}

local function id_of(resource)
  return resource and resource.id
end

-- Rows { name, effective, card, subnet }: where the group stands, by id; a group on a card has no subnet here.
function effective_groups.all(facts)
  local groups = {}
  for position, entry in ipairs(facts.effectiveNsg) do
    local card = id_of(entry.association.networkInterface)
    groups[position] = {
      name = ids.name(entry.networkSecurityGroup.id), effective = entry.effectiveSecurityRules, card = card,
      subnet = not card and id_of(entry.association.subnet) or nil,
    }
  end
  return groups
end

local function on_card(groups, card)
  local found = {}
  for _, group in ipairs(groups) do
    if group.card and ids.same(group.card, card.id) then found[#found + 1] = group end
  end
  return found
end

local function stands_in(card, subnet)
  for _, configuration in ipairs(card.ipConfigurations) do
    if ids.same(configuration.subnet.id, subnet) then return true end
  end
  return false
end

local function on_subnet(groups, card)
  local found = {}
  for _, group in ipairs(groups) do
    if group.subnet and stands_in(card, group.subnet) then found[#found + 1] = group end
  end
  return found
end

-- The groups before all of the cards, { subnet, nic }; nil where the answer is not about one of them: another card of the
-- subnet does not show this card's own group.
function effective_groups.before(groups, cards)
  local subnet, nic = {}, {}
  for _, card in ipairs(cards) do
    local own, shared = on_card(groups, card), on_subnet(groups, card)
    if #own == 0 and (card.networkSecurityGroup ~= nil or #shared == 0) then return nil end
    table.move(own, 1, #own, #nic + 1, nic)
    table.move(shared, 1, #shared, #subnet + 1, subnet)
  end
  return { subnet = subnet, nic = nic }
end

-- The groups for nsg.decide.
function effective_groups.compiled(facts, before)
  return nsg.compile {
    direction = "Inbound", subnet = before.subnet, nic = before.nic,
    tags = function() return facts.serviceTags end,
  }
end

return effective_groups
