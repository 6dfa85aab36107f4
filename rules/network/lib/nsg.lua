-- SPDX-License-Identifier: MIT
-- What network security groups and security admin rules do with a flow.
--
--   local groups = nsg.compile {
--     direction = "Inbound", tags = facts.serviceTags, application_groups = facts.applicationSecurityGroups,
--     admin = rules, subnet = { { name = "nsg-web", rules = rules } },
--     nic = { { name = "nsg-vm", effective = rules } },
--   }
--   local result = nsg.decide(groups, {
--     protocol = "Tcp", source = "10.0.1.0/24", destination = "10.0.2.4", port = 443,
--   })
--
-- Admin rules come first, then the groups in the order of the direction; in each the first rule by priority that
-- matches decides, and every group must allow. Three-valued: a rule whose tag nobody expanded may match; the access
-- is then known only if all that may decide agree.
--
-- source and destination are addresses or prefixes. Where a rule covers only a part of a prefix, the prefix is halved
-- until each piece is in or out, and the result is the worst of the pieces. port nil: not known; source_port nil: any.
local addresses = require "network.addresses"
local admin_rules = require "network.admin_rules"
local first_match = require "network.first_match"
local flow_match = require "network.flow_match"
local rule_parts = require "network.rule_parts"

local nsg = {}

local find_first, first_certain, ready_flow = first_match.find, first_match.certain, flow_match.ready

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

local function by_priority(rows, direction, prepare, find_tag)
  local found = {}
  for position, row in ipairs(rows) do
    if text.equal_fold(row.direction, direction) then
      found[#found + 1] = { row = row, priority = row.priority, position = position }
    end
  end
  table.sort(found, function(left, right)
    if left.priority ~= right.priority then return left.priority < right.priority end
    return left.position < right.position
  end)
  local rules = {}
  for position, entry in ipairs(found) do rules[position] = prepare(entry.row, find_tag) end
  return rules
end

local function with_defaults(rules, direction, find_tag)
  local fixed = by_priority(default_rules, direction, rule_parts.configured, find_tag)
  return table.move(fixed, 1, #fixed, #rules + 1, table.move(rules, 1, #rules, 1, {}))
end

-- Two rules of one direction with one priority: no group can have that, so the answer that rests on it is in doubt.
local function twins_of(rules)
  local twins = {}
  for position = 2, #rules do
    local above, below = rules[position - 1], rules[position]
    if above.priority == below.priority then
      twins[#twins + 1] = { priority = below.priority, names = { above.name, below.name } }
    end
  end
  return twins
end

local function ready_group(group, scope, direction, find_tag)
  local rows, prepare = group.rules, rule_parts.configured
  if group.effective then rows, prepare = group.effective, rule_parts.effective end
  local rules = by_priority(rows, direction, prepare, find_tag)
  local twins = twins_of(rules)
  if not group.effective then rules = with_defaults(rules, direction, find_tag) end
  return { name = group.name, scope = scope, list = rule_parts.list(rules), twins = twins, rows = rows }
end

-- Inbound traffic meets the groups of the subnet first, outbound traffic those of the network card.
local scopes = { inbound = { "subnet", "nic" }, outbound = { "nic", "subnet" } }

-- Groups as `az network nsg show` gives them, for `compile`.
function nsg.groups(rows)
  local groups = {}
  for position, row in ipairs(rows) do groups[position] = { name = row.name, rules = row.securityRules } end
  return groups
end

-- subnet, nic: lists of groups { name, rules } or { name, effective }; nil or {}: none. tags and application_groups:
-- maps, or functions that give them when a rule needs one; a map of tags is read at once, which is faster where there
-- are many flows. admin: rows of security admin rules.
function nsg.compile(given)
  local groups = {}
  local finders = {
    tag = addresses.tag_finder(given.tags), group = addresses.group_finder(given.application_groups),
  }
  local find_tag = type(given.tags) ~= "function" and finders.tag or nil
  for _, scope in ipairs(scopes[text.lower(given.direction)]) do
    for _, group in ipairs(given[scope] or {}) do
      groups[#groups + 1] = ready_group(group, scope, given.direction, find_tag)
    end
  end
  local admin = rule_parts.list(by_priority(given.admin or {}, given.direction, rule_parts.admin, find_tag))
  return { groups = groups, admin = admin, finders = finders, direction = given.direction }
end

-- { { group, priority, names } }: rules that share a priority.
function nsg.twins(compiled)
  local found = {}
  for _, group in ipairs(compiled.groups) do
    for _, twin in ipairs(group.twins) do
      found[#found + 1] = { group = group.name, priority = twin.priority, names = twin.names }
    end
  end
  return found
end

-- What one group does with a flow: the certain rule decides, or one of those that may match before it.
local function concluded(certain, maybes, flow, group)
  local access = certain and certain.access
  if access and not maybes then
    return {
      access = access, rule = certain.name, group = group.name, scope = group.scope, source = flow.source,
      destination = flow.destination,
    }
  end
  local maybe, doubts = {}, {}
  if not certain then doubts[1] = { rows = group.rows } end
  if certain and not access then doubts[1] = { row = certain.row, any_of = { "access" } } end
  for _, entry in ipairs(maybes or {}) do
    maybe[#maybe + 1] = entry.rule.name
    if entry.rule.access ~= access then access = nil end
    table.move(entry.doubts, 1, #entry.doubts, #doubts + 1, doubts)
  end
  return {
    access = access or "Unknown", last = certain and certain.name, maybe = maybe, doubts = doubts,
    group = group.name, scope = group.scope, source = flow.source, destination = flow.destination,
  }
end

local severity = { Allow = 1, Unknown = 2, Deny = 3 }

-- Of two results the one that counts: what is denied for a part is denied.
function nsg.graver(left, right)
  if not left then return right end
  return severity[right.access] > severity[left.access] and right or left
end

local function unreadable(group)
  return {
    access = "Unknown", group = group.name, scope = group.scope, maybe = {}, doubts = {}, unreadable = true,
  }
end

local function decide_group(compiled, group, flow)
  local ready = ready_flow(flow)
  if not ready then return unreadable(group) end
  local certain, maybes, side = find_first(group.list, ready, compiled.finders)
  if not side then return concluded(certain, maybes, flow, group) end
  local worst = nil
  for _, piece in ipairs(first_match.pieces(group.list, flow, compiled.finders)) do
    worst = nsg.graver(worst, concluded(piece.rule, piece.maybes, piece.flow, group))
  end
  return worst
end

-- A Deny of any group is the answer, whatever another one leaves open. Of several that leave it open the first is told.
local function decide_groups(compiled, flow)
  local groups, open, last = compiled.groups, nil, nil
  for position = 1, #groups do
    local group = groups[position]
    local rule = first_certain(group.list, flow)
    last = rule and concluded(rule, nil, flow, group) or decide_group(compiled, group, flow)
    if last.access == "Deny" then return last end
    if last.access == "Unknown" then open = open or last end
  end
  return open or last or { access = "Allow", scope = "none" }
end

local function decide_after_admin(compiled, piece)
  local stage = admin_rules.stage(piece.rule, piece.maybes)
  if stage.certain then return concluded(stage.certain, nil, piece.flow, admin_rules.group) end
  local below = decide_groups(compiled, piece.flow)
  if not stage.doubts then return below end
  local access = stage.goes_on and below.access or stage.accesses[1]
  for _, outcome in ipairs(stage.accesses) do
    if outcome ~= access then access = "Unknown" end
  end
  local doubts = table.move(below.doubts or {}, 1, #(below.doubts or {}), #stage.doubts + 1, stage.doubts)
  return {
    access = access, last = below.rule or below.last, maybe = stage.names, doubts = doubts,
    group = admin_rules.group.name, scope = "admin", source = piece.flow.source,
    destination = piece.flow.destination,
  }
end

local function decide_with_admin(compiled, flow)
  if not ready_flow(flow) then return unreadable(admin_rules.group) end
  local worst = nil
  for _, piece in ipairs(first_match.pieces(compiled.admin, flow, compiled.finders)) do
    worst = nsg.graver(worst, decide_after_admin(compiled, piece))
  end
  return worst
end

-- { access = "Allow" | "Deny" | "Unknown", rule, last, maybe, group, scope, source, destination }.
-- rule: the one that decides; nil where one of `maybe` may, and then `last` is the first that is certain. scope:
-- "admin", "subnet", "nic", "none" (no group) or "flow-record" (the flow is open already, so nothing is asked).
-- source, destination: the piece that was decided. An address that cannot be read gives Unknown with `unreadable`.
function nsg.decide(compiled, flow)
  if flow.established then return { access = "Allow", scope = "flow-record" } end
  if #compiled.admin.rules > 0 then return decide_with_admin(compiled, flow) end
  return decide_groups(compiled, flow)
end

-- All names that may have decided, as words.
function nsg.deciders(result)
  if result.rule then return result.rule end
  local names = {}
  for position, name in ipairs(result.maybe or {}) do names[position] = name end
  if result.last then names[#names + 1] = result.last end
  return table.concat(names, " or ")
end

-- The facts that would settle an Unknown: { needs, any_of }, for `unknown`. The rows of the rules are facts.
function nsg.needs(result)
  local needs, any_of = {}, {}
  for _, doubt in ipairs(result.doubts or {}) do
    if doubt.rows then needs[#needs + 1] = fact_path(doubt.rows) end
    for _, path in ipairs(doubt.needs or {}) do needs[#needs + 1] = path end
    for _, member in ipairs(doubt.any_of or {}) do any_of[#any_of + 1] = fact_path(doubt.row, member) end
  end
  return { needs = needs, any_of = any_of }
end

return nsg
