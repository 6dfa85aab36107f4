-- SPDX-License-Identifier: MIT
-- Redirects between listeners. A listener is led to another by a rule that redirects, by the default of a path
-- map, or by a path rule that keeps the path: without it the redirected request asks for another path.
local ids = require "lib.ids"
local uses = require "lib.uses"

local redirects = {}

local function redirect_of(gateway, each)
  local named = each.owner[each.members.redirect]
  if named == nil then return nil end
  local found = ids.find(gateway.redirectConfigurations, named.id)
  if not found then return nil, unknown { needs = { "applicationGateway.redirectConfigurations" } } end
  if found.targetListener == nil or (each.path_rule and not found.includePath) then return nil end
  return found
end

-- All edges as { from, to, redirect }, ids in lower case, in the order of the rules.
function redirects.edges(gateway)
  local owners, stop = uses.owners(gateway)
  if not owners then return nil, stop end
  local edges = {}
  for _, each in ipairs(owners) do
    local redirect, lacking = redirect_of(gateway, each)
    if lacking then return nil, lacking end
    if redirect then
      edges[#edges + 1] = {
        from = text.lower(each.rule.httpListener.id), to = text.lower(redirect.targetListener.id),
        redirect = redirect,
      }
    end
  end
  return edges
end

-- Whether `edges` lead from `start` to `goal`, in any number of steps or none: breadth first.
local function leads_to(edges, start, goal)
  local reached, queue = { [start] = true }, { start }
  local at = 1
  while queue[at] do
    if queue[at] == goal then return true end
    for _, edge in ipairs(edges) do
      if edge.from == queue[at] and not reached[edge.to] then
        reached[edge.to] = true
        queue[#queue + 1] = edge.to
      end
    end
    at = at + 1
  end
  return false
end

-- The edges that close a circle: each leads to a listener from which the edges before it lead back. One for each
-- circle, in a graph where every listener has one way out.
function redirects.closing(edges)
  local closing, before = {}, {}
  for _, edge in ipairs(edges) do
    if leads_to(before, edge.to, edge.from) then
      closing[#closing + 1] = edge
    else
      before[#before + 1] = edge
    end
  end
  return closing
end

return redirects
