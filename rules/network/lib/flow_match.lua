-- SPDX-License-Identifier: MIT
-- How a flow lies in a ready rule (rule_parts): "all", "none", "some" with the side to halve, or "unknown" with a
-- list of doubts: { needs }, paths that would tell, or { row, any_of }, members of a row one of which would.
local addresses = require "network.addresses"

local flow_match = {}

local prefix_match, port_match, prefix_set = net.prefix_match, net.port_match, net.prefix_set

local any_protocol = { ["*"] = true, any = true, all = true }

-- These have no ports: a rule for some ports only is not about them.
local portless = { icmp = true, icmpv6 = true, esp = true, ah = true }

-- A flow as `match` takes it; nil when an address cannot be read. An address that is nil is one nobody knows.
-- source_tag: the service that sends; rules that name it match without its addresses.
function flow_match.ready(flow)
  local protocol = text.lower(flow.protocol)
  local source, destination = flow.source, flow.destination
  local from, to = source and prefix_set(source), destination and prefix_set(destination)
  if (source and not from) or (destination and not to) then return nil end
  local has_ports = not portless[protocol]
  return {
    protocol = protocol, port = has_ports and flow.port or nil, source_port = flow.source_port, has_ports = has_ports,
    source_tag = flow.source_tag, source_in_no_group = flow.source_in_no_group, source = from, destination = to,
  }
end

local function unread(rule, members)
  return { any_of = members, row = rule.row }
end

-- Where no port is named the sender may take any, so a part for some ports only is in doubt.
local function port_state(part, port, has_ports)
  if not part then return "all" end
  if not has_ports then return part.unread and "unknown" or "none" end
  if port and port_match(part.set, port) then return "all" end
  if not port or part.unread then return "unknown" end
  return "none"
end

local function protocol_state(wanted, protocol)
  if not wanted or wanted == protocol then return "all" end
  return any_protocol[protocol] and "unknown" or "none"
end

local strength = { none = 1, some = 2, all = 3 }

local function stronger(left, right)
  return strength[right] > strength[left] and right or left
end

-- Adds to `match`, what the plain prefixes of a side say, what a tag or group says; fills `needs` with what nobody
-- knows.
local function with_found(found, set, match, needs)
  if found.set then return stronger(match, prefix_match(found.set, set)) end
  if not found.possible or prefix_match(found.possible, set) ~= "none" then table.insert(needs, found.need) end
  return match
end

local function open_match(rule, part, set, match, in_no_group, finders)
  local needs = {}
  for _, tag in ipairs(part.tags) do match = with_found(finders.tag(tag), set, match, needs) end
  if not in_no_group then
    for _, group in ipairs(part.groups) do match = with_found(finders.group(group), set, match, needs) end
  end
  if match ~= "none" then return match end
  if part.unread then return "unknown", unread(rule, part.unread) end
  if #needs > 0 then return "unknown", { needs = needs } end
  return "none"
end

-- A flow from a service whose addresses nobody knows; all of them are public.
local function tag_match(part, tag)
  if part.words.internet or prefix_match(part.set, "0.0.0.0/0") == "all" then return "all" end
  local open = prefix_match(addresses.anywhere_public, part.set) ~= "none"
  for word in pairs(part.words) do
    if word ~= "virtualnetwork" and word ~= "azureloadbalancer" then open = true end
  end
  if open then return "unknown", { needs = { "serviceTags." .. tag } } end
  return "none"
end

local function side_match(rule, part, flow, side, finders)
  if not part then return "all" end
  local set, tag = flow[side], side == "source" and flow.source_tag
  if tag and part.words[text.lower(tag)] then return "all" end
  if tag and not set then return tag_match(part, tag) end
  if not set then return "unknown", { needs = {} } end
  local match = prefix_match(part.set, set)
  if match == "all" or not part.open then return match end
  return open_match(rule, part, set, match, side == "source" and flow.source_in_no_group, finders)
end

-- What keeps a match from being certain, part by part.
local function doubts_of(rule, flow, source_doubt, destination_doubt)
  local doubts = {}
  if protocol_state(rule.protocol, flow.protocol) == "unknown" then
    doubts[#doubts + 1] = unread(rule, { "protocol" })
  end
  if port_state(rule.ports, flow.port, flow.has_ports) == "unknown" then
    doubts[#doubts + 1] = unread(rule, rule.ports.unread or { "destinationPortRange" })
  end
  if port_state(rule.source_ports, flow.source_port, flow.has_ports) == "unknown" then
    doubts[#doubts + 1] = unread(rule, rule.source_ports.unread or { "sourcePortRange" })
  end
  if source_doubt then doubts[#doubts + 1] = source_doubt end
  if destination_doubt then doubts[#doubts + 1] = destination_doubt end
  return doubts
end

local function part_of(name, state, part)
  return { name = name, state = state, entries = part and part.entries or {} }
end

-- How each part of the rule takes the flow: { name, state, entries }.
function flow_match.parts(rule, flow, finders)
  local protocol = { entries = { rule.protocol } }
  return {
    part_of("protocol", protocol_state(rule.protocol, flow.protocol), protocol),
    part_of("port", port_state(rule.ports, flow.port, flow.has_ports), rule.ports),
    part_of("source port", port_state(rule.source_ports, flow.source_port, flow.has_ports), rule.source_ports),
    part_of("source", (side_match(rule, rule.source, flow, "source", finders)), rule.source),
    part_of("destination", (side_match(rule, rule.destination, flow, "destination", finders)), rule.destination),
  }
end

-- Protocol and ports first: a rule for another port is out, whatever its tags may hold.
function flow_match.match(rule, flow, finders)
  local protocol = protocol_state(rule.protocol, flow.protocol)
  if protocol == "none" then return "none" end
  local ports = port_state(rule.ports, flow.port, flow.has_ports)
  if ports == "none" then return "none" end
  local source_ports = port_state(rule.source_ports, flow.source_port, flow.has_ports)
  if source_ports == "none" then return "none" end
  local source, source_doubt = side_match(rule, rule.source, flow, "source", finders)
  if source == "none" then return "none" end
  local destination, destination_doubt = side_match(rule, rule.destination, flow, "destination", finders)
  if destination == "none" then return "none" end
  if source == "some" then return "some", "source" end
  if destination == "some" then return "some", "destination" end
  local plain = protocol == "all" and ports == "all" and source_ports == "all"
  if plain and source == "all" and destination == "all" then return "all" end
  return "unknown", doubts_of(rule, flow, source_doubt, destination_doubt)
end

return flow_match
