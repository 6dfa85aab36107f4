-- SPDX-License-Identifier: MIT
-- Redirects between listeners. A listener is led to another by a rule that redirects, by the default of a path
-- map, or by a path rule that keeps the path: without it the redirected request asks for another path.
local hosts = require "lib.hosts"
local ids = require "lib.ids"
local uses = require "lib.uses"

local redirects = {}

local usual_port = { http = 80, https = 443 }

-- The listener that stands for exactly the site of a URL, or nil: where other names lead is not known here.
local function listener_at(gateway, url)
  local scheme, port = text.match(text.lower(url), [[^(https?)://[^/?#]*?(?::([0-9]+))?(?:[/?#]|$)]])
  local host = scheme and net.host_of(url)
  if not host then return nil end
  local wanted = tonumber(port) or usual_port[scheme]
  for _, listener in ipairs(gateway.httpListeners) do
    local own = ids.find(gateway.frontendPorts, listener.frontendPort.id)
    local speaks = text.equal_fold(listener.protocol, scheme) and own and own.port == wanted
    if speaks and hosts.match(listener, text.lower(host)) == "exact" then return listener end
  end
  return nil
end

-- The redirect and the id of the listener it leads to; nil where it leads to none; nil and an Unknown.
local function target_of(gateway, each)
  local named = each.owner[each.members.redirect]
  if named == nil then return nil end
  local redirect = ids.find(gateway.redirectConfigurations, named.id)
  if not redirect then return nil, unknown { needs = { "applicationGateway.redirectConfigurations" } } end
  if each.path_rule and not redirect.includePath then return nil end
  if redirect.targetListener ~= nil then return redirect, redirect.targetListener.id end
  local listener = redirect.targetUrl and listener_at(gateway, redirect.targetUrl)
  if listener then return redirect, listener.id end
  return nil
end

-- All edges as { from, to, redirect }, ids in lower case, in the order of the rules.
function redirects.edges(gateway)
  local owners, stop = uses.owners(gateway)
  if not owners then return nil, stop end
  local edges = {}
  for _, each in ipairs(owners) do
    local redirect, target = target_of(gateway, each)
    if not redirect and target then return nil, target end
    if redirect then
      edges[#edges + 1] = {
        from = text.lower(each.rule.httpListener.id), to = text.lower(target), redirect = redirect,
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
