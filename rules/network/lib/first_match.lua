-- SPDX-License-Identifier: MIT
-- Which rule of a list (rule_parts.list) decides a flow: the first that matches for certain, or one of those before it
-- that may.
local flow_match = require "network.flow_match"

local first_match = {}

local match_rule, ready_flow = flow_match.match, flow_match.ready
local next_match = net.next_match

-- The next rule after `position` that the flow can meet, and whether it matches for certain.
local function next_rule(list, position, flow)
  local source = flow.source
  if flow.source_tag then source = nil end
  return next_match(list.matcher, position + 1, flow.protocol, flow.port, source, flow.destination)
end

-- The first rule the flow can meet, when that is certain: nearly every flow ends here.
function first_match.certain(list, flow)
  if flow.source_tag then return nil end
  local position, sure =
    next_match(list.matcher, 1, flow.protocol, flow.port, flow.source, flow.destination)
  return sure and list.rules[position] or nil
end

-- The certain rule or nil, and the list of { rule, doubts } that may match before it or nil. Where a rule matches a
-- part of the flow only: nil, nil and the side to halve; with `undivided` such a rule is one that may match.
function first_match.find(list, flow, finders, undivided)
  local rules, maybes = list.rules, nil
  local position, sure = next_rule(list, 0, flow)
  while position do
    local rule = rules[position]
    if sure then return rule, maybes end
    local match, detail = match_rule(rule, flow, finders)
    if match == "all" then return rule, maybes end
    if match == "some" then
      if not undivided then return nil, nil, detail end
      match, detail = "unknown", { { row = rule.row, any_of = { detail .. "AddressPrefix" } } }
    end
    if match == "unknown" then
      maybes = maybes or {}
      table.insert(maybes, { rule = rule, doubts = detail })
    end
    position, sure = next_rule(list, position, flow)
  end
  return nil, maybes
end

local piece_limit = 2048

local function piece_of(flow, side, part)
  local piece = {
    protocol = flow.protocol, port = flow.port, source_port = flow.source_port, source_tag = flow.source_tag,
    source_in_no_group = flow.source_in_no_group, source = flow.source, destination = flow.destination,
  }
  piece[side] = part
  return piece
end

-- The pieces of a flow that each have one answer: { flow, rule, maybes }, from the lowest address up.
function first_match.pieces(list, flow, finders)
  local waiting, pieces = { flow }, {}
  while #waiting > 0 do
    local piece = table.remove(waiting)
    local full = #pieces + #waiting >= piece_limit
    local rule, maybes, side = first_match.find(list, ready_flow(piece), finders, full)
    if side then
      local lower, upper = net.halves(piece[side])
      waiting[#waiting + 1] = piece_of(piece, side, upper)
      waiting[#waiting + 1] = piece_of(piece, side, lower)
    else
      pieces[#pieces + 1] = { flow = piece, rule = rule, maybes = maybes }
    end
  end
  return pieces
end

return first_match
