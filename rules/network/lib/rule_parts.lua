-- SPDX-License-Identifier: MIT
-- Security rules made ready for many flows. A ready rule:
--
--   { name, priority, access, protocol, ports, source_ports, source, destination, row }
--
-- A part that is nil takes anything. access: "Allow", "Deny", "AlwaysAllow"; nil when nobody knows the word.
-- ports, source_ports: { set, entries, unread }. source, destination: { set, entries, words, tags, groups, unread }.
-- unread: the members that could not be read; the part is then known only where its set matches.
local addresses = require "network.addresses"

local rule_parts = {}

local access_words = { allow = "Allow", deny = "Deny", alwaysallow = "AlwaysAllow" }
local any_protocol = { ["*"] = true, all = true, any = true }

-- What a rule names in its list, or else in its single member: an absent single member never widens the rule.
local function entries(row, single, list)
  local several = row[list]
  if several ~= nil and #several > 0 then return several end
  local one = row[single]
  if one ~= nil and one ~= "" then return { one } end
  return nil
end

local function port_part(listed, members)
  if not listed then return { set = net.port_set {}, entries = {}, unread = members } end
  local readable, unread = {}, nil
  for _, entry in ipairs(listed) do
    if addresses.is_any(entry) or text.equal_fold(entry, "all") or entry == "0-65535" then return nil end
    if net.port_set(entry) then
      readable[#readable + 1] = entry
    else
      unread = members
    end
  end
  return { set = net.port_set(readable), entries = readable, unread = unread }
end

-- `groups`: rows with the ids of application security groups. `find_tag`: tags that it knows become prefixes at once;
-- nil leaves all of them for later.
local function address_part(listed, groups, members, find_tag)
  local known, words, tags, ids, named = {}, {}, {}, {}, {}
  for _, entry in ipairs(listed or {}) do
    if addresses.is_any(entry) then return nil end
    named[#named + 1] = entry
    local found = nil
    if net.is_prefix(entry) then
      found = entry
    else
      words[text.lower(entry)] = true
      found = find_tag and find_tag(entry).set
    end
    if found then known[#known + 1] = found else tags[#tags + 1] = entry end
  end
  for _, group in ipairs(groups or {}) do
    ids[#ids + 1] = group.id
    named[#named + 1] = group.id
  end
  local unread = nil
  if #named == 0 then unread = members end
  local open = #tags > 0 or #ids > 0 or unread ~= nil
  return {
    set = net.prefix_set(known), entries = named, words = words, tags = tags, groups = ids, unread = unread,
    open = open,
  }
end

local function protocol_part(word)
  local lowered = text.lower(word)
  if any_protocol[lowered] then return nil end
  return lowered
end

local function ready_rule(row, ports, source_ports, source, destination)
  return {
    name = row.name, priority = row.priority, access = access_words[text.lower(row.access)],
    protocol = protocol_part(row.protocol), ports = ports, source_ports = source_ports, source = source,
    destination = destination, row = row,
  }
end

local to_members = { "destinationPortRange", "destinationPortRanges" }
local from_members = { "sourcePortRange", "sourcePortRanges" }

local function configured_ports(row, members)
  return port_part(entries(row, members[1], members[2]), members)
end

local address_members = {
  source = { "sourceAddressPrefix", "sourceAddressPrefixes", "sourceApplicationSecurityGroups" },
  destination = {
    "destinationAddressPrefix", "destinationAddressPrefixes", "destinationApplicationSecurityGroups",
  },
}

local function configured_side(row, names, find_tag)
  local listed = entries(row, names[1], names[2])
  if listed then return address_part(listed, nil, names, find_tag) end
  return address_part(nil, row[names[3]], names)
end

-- A rule as a group or the command line writes it.
function rule_parts.configured(row, find_tag)
  return ready_rule(row, configured_ports(row, to_members), configured_ports(row, from_members),
    configured_side(row, address_members.source, find_tag),
    configured_side(row, address_members.destination, find_tag))
end

local function effective_side(row, expanded, names, find_tag)
  local prefixes = row[expanded]
  if prefixes ~= nil and #prefixes > 0 then return address_part(prefixes, nil, names) end
  return address_part(entries(row, names[1], names[2]), nil, names, find_tag)
end

local source_names = { "sourceAddressPrefix", "sourceAddressPrefixes" }
local destination_names = { "destinationAddressPrefix", "destinationAddressPrefixes" }

-- A rule of the effective rules of a network card: the prefixes that the platform expanded win over a tag's name.
function rule_parts.effective(row, find_tag)
  return ready_rule(row, configured_ports(row, to_members), configured_ports(row, from_members),
    effective_side(row, "expandedSourceAddressPrefix", source_names, find_tag),
    effective_side(row, "expandedDestinationAddressPrefix", destination_names, find_tag))
end

local function admin_side(items, member, find_tag)
  local listed = {}
  for _, item in ipairs(items or {}) do listed[#listed + 1] = item.addressPrefix end
  return address_part(listed, nil, { member }, find_tag)
end

-- A security admin rule of a Virtual Network Manager.
function rule_parts.admin(row, find_tag)
  return ready_rule(row, port_part(row.destinationPortRanges, { "destinationPortRanges" }),
    port_part(row.sourcePortRanges, { "sourcePortRanges" }), admin_side(row.sources, "sources", find_tag),
    admin_side(row.destinations, "destinations", find_tag))
end

-- What `net.matcher` may use of a part: nothing where the part is open.
local function closed_set(part)
  if not part or part.open or part.unread then return nil end
  return part.set
end

local function is_open(part)
  return part ~= nil and (part.open or part.unread ~= nil)
end

-- The rules with a matcher that leads from one that a flow can meet to the next: { rules, matcher }.
function rule_parts.list(rules)
  local rows = {}
  for position, rule in ipairs(rules) do
    local open = is_open(rule.ports) or rule.source_ports ~= nil or is_open(rule.source) or is_open(rule.destination)
    rows[position] = {
      protocol = rule.protocol, ports = closed_set(rule.ports), source = closed_set(rule.source),
      destination = closed_set(rule.destination), open = open,
    }
  end
  return { rules = rules, matcher = net.matcher(rows) }
end

return rule_parts
