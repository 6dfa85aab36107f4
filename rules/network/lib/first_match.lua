-- SPDX-License-Identifier: MIT
-- Which of some ready rules decides a flow: the first that matches for certain, or one of those before it that may.
local flow_match = require "network.flow_match"

local first_match = {}

local match_rule, ready_flow = flow_match.match, flow_match.ready

-- The certain rule or nil, and the list of { rule, doubts } that may match before it or nil. Where a rule matches a
-- part of the flow only: nil, nil and the side to halve; with `undivided` such a rule is one that may match.
function first_match.find(rules, flow, finders, undivided)
  local maybes = nil
  for position = 1, #rules do
    local rule = rules[position]
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
function first_match.pieces(rules, flow, finders)
  local waiting, pieces = { flow }, {}
  while #waiting > 0 do
    local piece = table.remove(waiting)
    local full = #pieces + #waiting >= piece_limit
    local rule, maybes, side = first_match.find(rules, ready_flow(piece), finders, full)
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
