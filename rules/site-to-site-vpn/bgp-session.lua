-- SPDX-License-Identifier: MIT
-- Does the connection use BGP, is the session up, and does it bring routes?
local documents = require "lib.documents"
local kind = require "lib.kind"
local lists = require "lib.lists"

-- The addresses that the gateway's BGP speaks with over this connection; nil and an Unknown when not known.
-- An active-active gateway has two, in one string.
local function neighbours(facts)
  local site = kind.of(facts.connection) == "site"
  local name = site and "localGateway" or "remoteGateway"
  local stop = documents.missing(facts, name)
  if stop then return nil, stop end
  local address = facts[name].bgpSettings.bgpPeeringAddress or ""
  if address == "" then return nil, unknown { needs = { name .. ".bgpSettings.bgpPeeringAddress" } } end
  local found = {}
  for _, each in ipairs(text.split(address, ",")) do found[#found + 1] = text.trim(each) end
  return found
end

-- Of the rows for these neighbours the one that is best off: connected ones before others, then by routes.
local function best_peer(rows, addresses)
  local best = nil
  for _, row in ipairs(rows) do
    if lists.holds(addresses, row.neighbor) then
      local better = not best or (best.state ~= "Connected" and row.state == "Connected")
        or (best.state == row.state and row.routesReceived > best.routesReceived)
      if better then best = row end
    end
  end
  return best
end

-- The number that the device uses, where it is another than Azure expects.
local function wrong_number(facts)
  if kind.of(facts.connection) ~= "site" then return nil end
  local stop = documents.missing(facts, "onPremDevice")
  if stop then return nil, stop end
  local number = facts.onPremDevice.bgp.asn
  return number ~= facts.localGateway.bgpSettings.asn and number or nil
end

local told = { "BgpPeer", "BgpState" }

return {
  answers = { "off", "up", "no-routes", "wrong-asn", "down" },
  reads = {
    "connection.enableBgp", "connection.connectionType", "localGateway", "remoteGateway", "bgpPeers",
    "onPremDevice.bgp",
  },
  provides = {
    ["no-routes"] = told, down = told, ["wrong-asn"] = { "BgpPeer", "BgpState", "DeviceAsn", "ExpectedAsn" },
  },
  decide = function(facts)
    local stop = documents.missing(facts, "connection")
    if stop then return stop end
    if not facts.connection.enableBgp then return answer("off") end
    local addresses, no_address = neighbours(facts)
    if not addresses then return no_address end
    local peer = best_peer(facts.bgpPeers, addresses)
    if not peer then return unknown { needs = { "bgpPeers" } } end
    local values = { BgpPeer = peer.neighbor, BgpState = peer.state }
    if peer.state == "Connected" then
      if peer.routesReceived > 0 then return answer("up") end
      return answer("no-routes", values)
    end
    local number, no_device = wrong_number(facts)
    if no_device then return no_device end
    if not number then return answer("down", values) end
    values.DeviceAsn, values.ExpectedAsn = number, facts.localGateway.bgpSettings.asn or 0
    return answer("wrong-asn", values)
  end,
}
