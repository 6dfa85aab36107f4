-- SPDX-License-Identifier: MIT
-- Which ports of an interval a flow may use: the interval is cut wherever some rule's ports begin or end, and each
-- piece is decided once.
local nsg = require "network.nsg"

local port_cover = {}

local function add_cuts(cuts, rules, first, last)
  for _, rule in ipairs(rules) do
    local bounds = rule.ports and net.port_bounds(rule.ports.set) or {}
    for position = 1, #bounds, 2 do
      local begins, after = bounds[position], bounds[position + 1] + 1
      if begins > first and begins <= last then table.insert(cuts, begins) end
      if after > first and after <= last then table.insert(cuts, after) end
    end
  end
end

-- First ports of the pieces, in order; one may be there twice.
local function cuts_of(compiled, first, last)
  local cuts = { first }
  add_cuts(cuts, compiled.admin.rules, first, last)
  for _, group in ipairs(compiled.groups) do add_cuts(cuts, group.list.rules, first, last) end
  table.sort(cuts)
  return cuts
end

local function with_port(flow, port)
  return {
    protocol = flow.protocol, source = flow.source, destination = flow.destination, port = port,
    source_port = flow.source_port, source_tag = flow.source_tag, source_in_no_group = flow.source_in_no_group,
  }
end

-- "65200-65502,65535": ranges as words, neighbours joined; "" when there is none.
local function written(ranges)
  local bounds, words = net.port_bounds(net.port_set(ranges)), {}
  for position = 1, #bounds, 2 do
    local from, to = bounds[position], bounds[position + 1]
    words[#words + 1] = from == to and tostring(from) or from .. "-" .. to
  end
  return table.concat(words, ",")
end

local function ranges_with(pieces, access)
  local ranges = {}
  for _, piece in ipairs(pieces) do
    if piece.result.access == access then ranges[#ranges + 1] = piece.first .. "-" .. piece.last end
  end
  return written(ranges)
end

local function described(pieces)
  return {
    pieces = pieces, allowed = ranges_with(pieces, "Allow"), denied = ranges_with(pieces, "Deny"),
    unknown = ranges_with(pieces, "Unknown"),
  }
end

-- { pieces, allowed, denied, unknown }: pieces are { first, last, result } with what nsg.decide gives; the others are
-- ranges as words. `flow` needs no port.
function port_cover.of(compiled, flow, first, last)
  local cuts, pieces = cuts_of(compiled, first, last), {}
  for position, begins in ipairs(cuts) do
    local ends = (cuts[position + 1] or last + 1) - 1
    if ends >= begins then
      local result = nsg.decide(compiled, with_port(flow, begins))
      pieces[#pieces + 1] = { first = begins, last = ends, result = result }
    end
  end
  return described(pieces)
end

-- Several covers of the same ports as one, for a flow from several places: a port is denied where one denies it.
function port_cover.worst(covers)
  local pieces = {}
  for _, cover in ipairs(covers) do table.move(cover.pieces, 1, #cover.pieces, #pieces + 1, pieces) end
  return described(pieces)
end

-- The first piece with this access, or nil.
function port_cover.first(cover, access)
  for _, piece in ipairs(cover.pieces) do
    if piece.result.access == access then return piece end
  end
  return nil
end

return port_cover
