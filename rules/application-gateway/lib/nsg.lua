-- SPDX-License-Identifier: MIT
-- What a network security group does with a flow. The rules of the flow's direction are tried by priority;
-- the first that matches decides. Three-valued: a rule whose tag cannot be expanded may match; the answer is
-- then known only if every such rule says the same as the one that matches for certain.
--
-- A flow: { direction, protocol, source, source_port, destination, port }. source and destination are
-- addresses or prefixes; where a rule covers only a part of a prefix, the prefix is halved until each piece
-- is in or out. source_port nil: the sender may use any.
local addresses = require "lib.addresses"
local ids = require "lib.ids"

local nsg = {}

local function default_rule(name, priority, direction, access, source, destination)
  return {
    name = name, priority = priority, direction = direction, access = access, protocol = "*",
    sourceAddressPrefix = source, destinationAddressPrefix = destination,
    sourcePortRange = "*", destinationPortRange = "*",
  }
end

-- Every group ends in these; they can be overruled by a lower number but neither changed nor removed.
local default_rules = {
  default_rule("AllowVnetInBound", 65000, "Inbound", "Allow", "VirtualNetwork", "VirtualNetwork"),
  default_rule("AllowAzureLoadBalancerInBound", 65001, "Inbound", "Allow", "AzureLoadBalancer", "*"),
  default_rule("DenyAllInBound", 65500, "Inbound", "Deny", "*", "*"),
  default_rule("AllowVnetOutBound", 65000, "Outbound", "Allow", "VirtualNetwork", "VirtualNetwork"),
  default_rule("AllowInternetOutBound", 65001, "Outbound", "Allow", "*", "Internet"),
  default_rule("DenyAllOutBound", 65500, "Outbound", "Deny", "*", "*"),
}

local function in_order(rules, direction)
  local ordered = {}
  local function add(rule, path)
    if text.equal_fold(rule.direction, direction) then
      ordered[#ordered + 1] = { rule = rule, path = path, priority = rule.priority, position = #ordered }
    end
  end
  for _, rule in ipairs(rules) do add(rule, fact_path(rule)) end
  for _, rule in ipairs(default_rules) do add(rule) end
  table.sort(ordered, function(left, right)
    if left.priority ~= right.priority then return left.priority < right.priority end
    return left.position < right.position
  end)
  return ordered
end

-- What a rule names in its list, or else in its single member: an absent single member never widens the rule.
-- nil: neither is there.
local function entries(rule, single, list)
  local several = rule[list]
  if several and #several > 0 then return several end
  local one = rule[single]
  if one and one ~= "" then return { one } end
  return nil
end

local function missing(rule, ...)
  local paths = {}
  for _, member in ipairs { ... } do paths[#paths + 1] = fact_path(rule, member) end
  return "missing", paths
end

local any_word = { ["*"] = true, all = true, any = true }

local function protocol_match(rule, flow)
  local named = text.lower(rule.protocol)
  return (any_word[named] or named == text.lower(flow.protocol)) and "all" or "none"
end

local function port_match(rule, single, list, port)
  local ranges = entries(rule, single, list)
  if not ranges then return missing(rule, single, list) end
  for _, range in ipairs(ranges) do
    if any_word[text.lower(range)] or range == "0-65535" then return "all" end
    if port and net.port_match(range, port) then return "all" end
  end
  return "none"
end

-- A rule for some source ports only: whether it meets the flow depends on the port the sender happens to
-- take.
local function source_port_match(rule, flow)
  local match, paths = port_match(rule, "sourcePortRange", "sourcePortRanges", flow.source_port)
  if match ~= "none" or flow.source_port then return match, paths end
  return "unknown", { fact_path(rule, "sourcePortRange") }
end

local strength = { none = 1, unknown = 2, some = 3, all = 4 }

local function prefixes_match(facts, listed, flow_address)
  local best, needs = "none", {}
  for _, entry in ipairs(listed) do
    local match, need = addresses.match(facts, entry, flow_address)
    if need then needs[#needs + 1] = need end
    if strength[match] > strength[best] then best = match end
  end
  return best, needs
end

-- Membership in application security groups belongs to network cards; a gateway's instances have none of
-- their own.
local function group_match(facts, groups, member, flow_address)
  if member == "source" then return "none" end
  local known, needs = facts.applicationSecurityGroups or {}, {}
  for _, group in ipairs(groups) do
    local name = ids.name(group.id)
    local members = known[name]
    if not members then needs[#needs + 1] = "applicationSecurityGroups." .. name end
    for _, address in ipairs(members or {}) do
      if net.prefix_match(address, flow_address) == "all" then return "all" end
    end
  end
  if #needs > 0 then return "unknown", needs end
  return "none"
end

local address_members = {
  source = { "sourceAddressPrefix", "sourceAddressPrefixes", "sourceApplicationSecurityGroups" },
  destination = {
    "destinationAddressPrefix", "destinationAddressPrefixes", "destinationApplicationSecurityGroups",
  },
}

local function address_match(facts, rule, member, flow)
  local names = address_members[member]
  local listed = entries(rule, names[1], names[2])
  if listed then return prefixes_match(facts, listed, flow[member]) end
  local groups = rule[names[3]]
  if groups and #groups > 0 then return group_match(facts, groups, member, flow[member]) end
  return missing(rule, names[1], names[2], names[3])
end

-- What the parts of a rule say together: one "none" is enough, then the first "missing", then "some" with the
-- side to halve, then "unknown" with all that would tell.
local function combine(parts)
  local first, needs = {}, {}
  for _, part in ipairs(parts) do
    local match = part[1]
    first[match] = first[match] or part
    if match == "unknown" then table.move(part[2], 1, #part[2], #needs + 1, needs) end
  end
  if first.none then return "none" end
  if first.missing then return "missing", first.missing[2] end
  if first.some then return "some", first.some.side end
  if first.unknown then return "unknown", needs end
  return "all"
end

-- Protocol and ports first: a rule for another port is out, whatever its tags may hold.
local function rule_match(facts, rule, flow)
  local protocol = { protocol_match(rule, flow) }
  local port = { port_match(rule, "destinationPortRange", "destinationPortRanges", flow.port) }
  if protocol[1] == "none" or port[1] == "none" then return "none" end
  local source = { address_match(facts, rule, "source", flow) }
  local destination = { address_match(facts, rule, "destination", flow) }
  source.side, destination.side = "source", "destination"
  return combine { protocol, port, { source_port_match(rule, flow) }, source, destination }
end

-- Settles a flow for which `rule` matches for certain and each of `maybes` may have matched before.
local function conclude(rule, maybes, flow)
  local access, names, needs = text.equal_fold(rule.access, "Allow") and "Allow" or "Deny", {}, {}
  for _, maybe in ipairs(maybes) do
    names[#names + 1] = maybe.rule.name
    if not text.equal_fold(maybe.rule.access, rule.access) then access = "Unknown" end
    table.move(maybe.needs, 1, #maybe.needs, #needs + 1, needs)
  end
  names[#names + 1] = rule.name
  return {
    access = access, rules = names, needs = needs, source = flow.source, destination = flow.destination,
  }
end

local severity = { Allow = 1, Unknown = 2, Deny = 3, Missing = 4 }

-- Of two results the one that counts: what is denied for a part is denied. Missing facts come before all.
function nsg.graver(left, right)
  if not left then return right end
  return severity[right.access] > severity[left.access] and right or left
end

local piece_limit = 512

local decide

local function decide_halves(facts, ordered, flow, side, budget)
  local first, second = addresses.halves(flow[side])
  if not first or budget.pieces >= piece_limit then return nil end
  budget.pieces = budget.pieces + 2
  local worst = nil
  for _, half in ipairs { first, second } do
    local piece = {
      protocol = flow.protocol, source = flow.source, source_port = flow.source_port,
      destination = flow.destination, port = flow.port,
    }
    piece[side] = half
    worst = nsg.graver(worst, decide(facts, ordered, piece, budget))
  end
  return worst
end

decide = function(facts, ordered, flow, budget)
  local maybes = {}
  for _, entry in ipairs(ordered) do
    local match, detail = rule_match(facts, entry.rule, flow)
    if match == "all" then return conclude(entry.rule, maybes, flow) end
    if match == "missing" then return { access = "Missing", any_of = detail } end
    if match == "some" then
      local halved = decide_halves(facts, ordered, flow, detail, budget)
      if halved then return halved end
      match, detail = "unknown", { entry.path }
    end
    if match == "unknown" then maybes[#maybes + 1] = { rule = entry.rule, needs = detail } end
  end
  error("the default rules match every flow")
end

-- { access = "Allow" | "Deny" | "Unknown" | "Missing", rules, needs, any_of, source, destination }.
-- rules: the deciding rule, or all it may be when a tag is unknown. source, destination: the part it decided.
-- needs: the facts that would settle an Unknown; any_of: the members one of which is Missing.
function nsg.evaluate(facts, rules, flow)
  return decide(facts, in_order(rules, flow.direction), flow, { pieces = 0 })
end

return nsg
