-- SPDX-License-Identifier: MIT
-- The allow rule that was meant for a denied flow: one above the rule that denies, which fails in a single part.
local flow_match = require "network.flow_match"

local near_miss = {}

local fixed_priority = 65000

-- The only part of the rule that is known not to take all of the flow; nil where there is none or more than one.
local function only_gap(rule, flow, finders)
  local gap = nil
  for _, part in ipairs(flow_match.parts(rule, flow, finders)) do
    if part.state == "none" or part.state == "some" then
      if gap then return nil end
      gap = part
    end
  end
  return gap
end

local function group_of(compiled, result)
  for _, group in ipairs(compiled.groups) do
    if group.name == result.group and group.scope == result.scope then return group end
  end
  return nil
end

-- { rule, part, entries }: its name, the part ("protocol", "port", "source port", "source" or "destination") and what
-- that part names. `result` is what nsg.decide gave for the flow. nil: no rule comes that close.
function near_miss.of(compiled, flow, result)
  local group, ready = group_of(compiled, result), flow_match.ready(flow)
  if not group or not ready then return nil end
  for _, rule in ipairs(group.list.rules) do
    if rule.priority >= fixed_priority or rule.name == (result.rule or result.last) then return nil end
    local gap = rule.access == "Allow" and only_gap(rule, ready, compiled.finders)
    if gap then return { rule = rule.name, part = gap.name, entries = gap.entries } end
  end
  return nil
end

return near_miss
