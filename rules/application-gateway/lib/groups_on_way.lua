-- SPDX-License-Identifier: MIT
-- The security groups between the gateway and its servers, by where they stand.
local ids = require "lib.ids"
local network_cards = require "lib.network_cards"
local nsg = require "network.nsg"

local groups_on_way = {}

local function stands_on(group, subnet)
  return ids.find(group.subnets or {}, subnet) ~= nil
end

local function stands_elsewhere(group, subnet)
  local subnets, cards = group.subnets or {}, group.networkInterfaces or {}
  if #cards > 0 or #subnets == 0 then return true end
  return #subnets > 1 or not stands_on(group, subnet)
end

local function is_of_card(group)
  return #(group.subnets or {}) == 0 and #(group.networkInterfaces or {}) > 0
end

local function compiled(facts, direction, subnet, nic)
  return nsg.compile {
    direction = direction, subnet = nsg.groups(subnet), nic = nsg.groups(nic),
    tags = function() return facts.serviceTags end,
    application_groups = function() return network_cards.application_groups(facts) end,
  }
end

-- Out of the gateway's subnet; nil where no group stands there.
function groups_on_way.out(facts, gateway)
  local subnet, own = gateway.gatewayIPConfigurations[1].subnet.id, {}
  for _, group in ipairs(facts.backendNsg) do
    if stands_on(group, subnet) then own[#own + 1] = group end
  end
  return #own > 0 and compiled(facts, "Outbound", own, {}) or nil
end

local function stands_on_any(group, cards)
  for _, card in ipairs(cards) do
    if ids.find(group.networkInterfaces, card.id) then return true end
  end
  return false
end

-- Where several cards have a group, those of the cards at the destinations; nil and an Unknown where these are not known.
local function of_cards(facts, groups, destinations)
  if #groups < 2 then return groups end
  local cards, missing = network_cards.with(facts, destinations)
  if not cards then return nil, missing end
  local own = {}
  for _, group in ipairs(groups) do
    if stands_on_any(group, cards) then own[#own + 1] = group end
  end
  return own
end

-- Into the server at `destinations`: its subnet's groups, then those of its network card; nil and an Unknown where the
-- card cannot be told.
function groups_on_way.into(facts, gateway, destinations)
  local subnet, before, cards = gateway.gatewayIPConfigurations[1].subnet.id, {}, {}
  for _, group in ipairs(facts.backendNsg) do
    if is_of_card(group) then
      cards[#cards + 1] = group
    elseif stands_elsewhere(group, subnet) then
      before[#before + 1] = group
    end
  end
  local own, missing = of_cards(facts, cards, destinations)
  if not own then return nil, missing end
  return compiled(facts, "Inbound", before, own)
end

return groups_on_way
