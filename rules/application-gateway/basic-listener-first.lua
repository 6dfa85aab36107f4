-- SPDX-License-Identifier: MIT
-- One finding for each rule of a multi-site listener that a basic listener on the same front end and port hides,
-- because its rule is served before. v1 goes by the list, v2 by priority; a v2 gateway without priorities serves
-- multi-site listeners first.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local hosts = require "lib.hosts"
local ids = require "lib.ids"
local listeners = require "lib.listeners"
local sku = require "lib.sku"

-- Every rule with its listener, as { rule, listener, is_basic, position }; nil and an Unknown when a listener is
-- not listed.
local function entries_of(gateway)
  local entries = {}
  for position, rule in ipairs(gateway.requestRoutingRules) do
    local listener, stop = listeners.of(gateway, rule)
    if not listener then return nil, stop end
    entries[position] = {
      rule = rule, listener = listener, position = position, is_basic = #hosts.names(listener) == 0,
    }
  end
  return entries
end

-- A listener without a front end of its own stands on the gateway's only one.
local function same_place(left, right)
  if not ids.same(left.frontendPort.id, right.frontendPort.id) then return false end
  local one, other = left.frontendIPConfiguration, right.frontendIPConfiguration
  return one == nil or other == nil or ids.same(one.id, other.id)
end

-- Whether `first` is served before `second`; nil and an Unknown where only one of them has a priority.
local function served_before(generation, first, second)
  if generation == "v1" then return first.position < second.position end
  local left, right = first.rule.priority, second.rule.priority
  if left and right then return left < right end
  if not left and not right then return false end
  local without = left and second.rule or first.rule
  return nil, unknown { needs = { fact_path(without, "priority") } }
end

-- The first basic listener that hides `hidden`, or nil, and an Unknown when one could not be told.
local function hiding(generation, entries, hidden)
  local open = nil
  for _, basic in ipairs(entries) do
    if basic.is_basic and same_place(basic.listener, hidden.listener) then
      local before, untold = served_before(generation, basic, hidden)
      if before then return basic end
      open = open or untold
    end
  end
  return nil, open
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BasicListener", "RuleName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway = facts.applicationGateway
    local generation, stop = sku.generation(gateway)
    if not generation then return stop end
    local entries, unlisted = entries_of(gateway)
    if not entries then return unlisted end
    local rows, open = {}, nil
    for _, hidden in ipairs(entries) do
      if not hidden.is_basic then
        local basic, untold = hiding(generation, entries, hidden)
        open = open or untold
        if basic then
          rows[#rows + 1] = { hidden.rule.name, {
            GatewayName = gateway.name, BasicListener = basic.listener.name, RuleName = hidden.rule.name,
          } }
        end
      end
    end
    return checklist.verdict(rows, open)
  end,
}
