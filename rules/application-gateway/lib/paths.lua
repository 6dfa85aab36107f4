-- SPDX-License-Identifier: MIT
-- Requests that a path-based rule takes, but none of its path rules.
local ids = require "lib.ids"
local topology = require "lib.topology"

local paths = {}

-- { rule, map, name, path } when the default of a path map decides on the request; `name` is the map's, `path` is
-- without query and in lower case.
-- nil when it does not; nil and a verdict when the request's way cannot be told.
function paths.unmatched(facts)
  local route, stop = topology.route(facts)
  if not route then return nil, stop end
  if route.owner == route.rule then return nil end
  local map = ids.find(facts.applicationGateway.urlPathMaps, route.rule.urlPathMap.id)
  if route.owner ~= map then return nil end
  local path = text.split(text.split(facts.request.path, "?")[1], "#")[1]
  return { rule = route.rule, map = map, name = ids.name(map.id), path = text.lower(path) }
end

return paths
