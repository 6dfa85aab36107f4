-- SPDX-License-Identifier: MIT
-- Which route a packet takes. A route: { name, origin, hop, address, prefixes, row }, origin "User", "BGP" or "System".
--
--   local found = routes.select(routes.effective(facts.effectiveRoutes), "10.0.2.4", facts.serviceTags)
--   found.hop   "VirtualAppliance"; nil when no route fits or a tag leaves it open
--
-- The longest prefix wins; between equals a user's route, then one learned over BGP, then the system's. Of the system's
-- routes those into the network itself, to peers and to service endpoints come before any learned route, however long.
local addresses = require "network.addresses"

local routes = {}

local origins = { user = "User", default = "System", virtualnetworkgateway = "BGP", unknown = "System" }

local function words_in(value)
  if value == nil then return {} end
  if type(value) == "string" then return { value } end
  return value
end

-- Rows of the effective routes of a network card; those that are not active are left out.
function routes.effective(rows)
  local found = {}
  for _, row in ipairs(rows) do
    if not text.equal_fold(row.state, "Invalid") then
      found[#found + 1] = {
        name = row.name, origin = origins[text.lower(row.source)] or "System", hop = row.nextHopType,
        address = words_in(row.nextHopIpAddress)[1], prefixes = words_in(row.addressPrefix), row = row,
      }
    end
  end
  return found
end

-- Rows of a route table.
function routes.table(rows)
  local found = {}
  for _, row in ipairs(rows) do
    found[#found + 1] = {
      name = row.name, origin = "User", hop = row.nextHopType, address = row.nextHopIpAddress,
      prefixes = words_in(row.addressPrefix), row = row,
    }
  end
  return found
end

local function system(prefixes, hop)
  return { origin = "System", hop = hop, prefixes = prefixes }
end

-- The routes that every subnet begins with: `space` is the address space of its network, `peers` that of all peers.
function routes.system(space, peers)
  return {
    system(space, "VnetLocal"), system(peers, "VNetPeering"), system({ "0.0.0.0/0", "::/0" }, "Internet"),
    system({ "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10" }, "None"),
  }
end

function routes.joined(...)
  local all = {}
  for _, list in ipairs { ... } do table.move(list, 1, #list, #all + 1, all) end
  return all
end

local preferred_hops = {
  vnetlocal = true, virtualnetwork = true, vnetpeering = true, virtualnetworkpeering = true,
  vnetglobalpeering = true, virtualnetworkserviceendpoint = true, interfaceendpoint = true,
}

local function is_preferred(candidate)
  return candidate.route.origin == "System" and preferred_hops[text.lower(candidate.route.hop)]
end

local origin_ranks = { User = 1, BGP = 2, System = 3 }

-- An explicit prefix comes before a tag with an equal one, a region's tag before the whole, AzureCloud last.
local function tag_rank(word)
  local lowered = text.lower(word)
  local regional = text.contains(lowered, ".")
  if lowered == "azurecloud" then return 4 end
  if text.starts_with(lowered, "azurecloud.") then return 3 end
  return regional and 1 or 2
end

local function length_of(prefix)
  local length = text.split(prefix, "/")[2]
  if length then return math.tointeger(tonumber(length)) end
  return net.is_prefix(prefix) == 6 and 128 or 32
end

local function longest(prefixes, destination)
  local best, best_length = nil, -1
  for _, prefix in ipairs(prefixes) do
    if net.prefix_match(prefix, destination) == "all" and length_of(prefix) > best_length then
      best, best_length = prefix, length_of(prefix)
    end
  end
  return best, best_length
end

local function tag_prefixes(tags, word)
  local map = type(tags) == "function" and tags() or tags
  return addresses.look_up(map, word)
end

-- Every way a route can fit: { route, length, rank }, and the tags whose prefixes nobody knows: { route, need }.
local function candidates_of(list, destination, tags)
  local fits, open = {}, {}
  for _, route in ipairs(list) do
    for _, word in ipairs(route.prefixes) do
      local known, rank = { word }, 0
      if not net.is_prefix(word) then known, rank = tag_prefixes(tags, word), tag_rank(word) end
      if known then
        local prefix, length = longest(known, destination)
        if prefix then fits[#fits + 1] = { route = route, length = length, rank = rank } end
      else
        open[#open + 1] = { route = route, need = "serviceTags." .. word }
      end
    end
  end
  return fits, open
end

local function without_learned(fits)
  local kept, preferred = {}, false
  for _, candidate in ipairs(fits) do preferred = preferred or is_preferred(candidate) end
  for _, candidate in ipairs(fits) do
    if not preferred or candidate.route.origin ~= "BGP" then kept[#kept + 1] = candidate end
  end
  return kept
end

local function better(left, right)
  if left.length ~= right.length then return left.length > right.length end
  if left.rank ~= right.rank then return left.rank < right.rank end
  return origin_ranks[left.route.origin] < origin_ranks[right.route.origin]
end

local function same_way(left, right)
  return text.equal_fold(left.hop, right.hop) and (left.address or "") == (right.address or "")
end

-- The winner, and those that are its equals and lead elsewhere.
local function best_of(fits)
  local best, rivals = nil, {}
  for _, candidate in ipairs(fits) do
    if not best or better(candidate, best) then
      best, rivals = candidate, {}
    elseif not better(best, candidate) and not same_way(candidate.route, best.route) then
      rivals[#rivals + 1] = candidate.route
    end
  end
  return best, rivals
end

local function result_of(best, rivals)
  local route = best.route
  return {
    hop = route.hop, address = route.address, name = route.name, origin = route.origin, length = best.length,
    route = route, rivals = rivals, needs = {},
  }
end

-- { hop, address, name, origin, length, route, rivals, needs }. hop nil: no route fits, or `needs` would tell: a tag of
-- a route that leads elsewhere. hop "None": the packet is dropped. rivals: routes as good as this one, with another hop.
-- `destination` is an address, or a prefix that no route divides; `tags` maps tags to prefixes, or is a function that
-- gives that.
function routes.select(list, destination, tags)
  local fits, open = candidates_of(list, destination, tags)
  local best, rivals = best_of(without_learned(fits))
  local needs = {}
  for _, entry in ipairs(open) do
    if not best or not same_way(entry.route, best.route) then needs[#needs + 1] = entry.need end
  end
  if #needs > 0 then return { rivals = {}, needs = needs } end
  if not best then return { rivals = {}, needs = {} } end
  return result_of(best, rivals)
end

local function divides(prefixes, destination)
  for _, prefix in ipairs(prefixes) do
    if net.prefix_match(prefix, destination) == "some" then return true end
  end
  return false
end

local function divided(list, destination, tags)
  for _, route in ipairs(list) do
    for _, word in ipairs(route.prefixes) do
      local known = net.is_prefix(word) and { word } or tag_prefixes(tags, word)
      if known and divides(known, destination) then return true end
    end
  end
  return false
end

local piece_limit = 1024

-- What `select` gives for each piece of a prefix that the routes divide: { destination, found }, the lowest first.
function routes.each(list, destination, tags)
  local waiting, pieces = { destination }, {}
  while #waiting > 0 do
    local piece = table.remove(waiting)
    local lower, upper = net.halves(piece)
    if lower and #pieces + #waiting < piece_limit and divided(list, piece, tags) then
      waiting[#waiting + 1], waiting[#waiting + 2] = upper, lower
    else
      pieces[#pieces + 1] = { destination = piece, found = routes.select(list, piece, tags) }
    end
  end
  return pieces
end

return routes
