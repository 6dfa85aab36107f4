-- SPDX-License-Identifier: MIT
-- Do the two connections of a VNet-to-VNet pair fit? Each gateway needs one to the other, and both must
-- agree.
local documents = require "lib.documents"
local sides = require "lib.sides"

-- Whether the second connection leads back over the first one's gateways.
local function leads_back(there, back)
  return text.equal_fold(there.virtualNetworkGateway1.id, back.virtualNetworkGateway2.id)
    and text.equal_fold(there.virtualNetworkGateway2.id, back.virtualNetworkGateway1.id)
end

local function on_or_off(connection)
  return connection.enableBgp and "on" or "off"
end

-- The lines that tell how the two connections differ, and whether an unknown name keeps some parameter open.
local function differences(facts)
  local here, there = facts.connection, facts.remoteConnection
  local found, open =
    sides.differences(sides.azure(here, facts.gateway), sides.azure(there, facts.remoteGateway))
  if on_or_off(here) ~= on_or_off(there) then
    found[#found + 1] = { name = "BGP", left = on_or_off(here), right = on_or_off(there) }
  end
  return sides.lines(found, "on " .. here.name, "on " .. there.name), open
end

local function same_number(facts)
  return facts.connection.enableBgp and facts.gateway.bgpSettings.asn == facts.remoteGateway.bgpSettings.asn
end

return {
  answers = { "missing", "differ", "same-asn", "fit" },
  reads = { "connection", "gateway", "remoteConnection", "remoteGateway" },
  provides = { differ = { "Differences" }, ["same-asn"] = { "Asn" } },
  decide = function(facts)
    local stop = documents.missing(facts, "connection", "gateway")
    if stop then return stop end
    if facts.remoteConnection == nil or not leads_back(facts.connection, facts.remoteConnection) then
      return answer("missing")
    end
    stop = documents.missing(facts, "remoteGateway")
    if stop then return stop end
    local lines, open = differences(facts)
    if #lines > 0 then return answer("differ", { Differences = lines }) end
    if open then
      return unknown { any_of = { "connection.ipsecPolicies", "remoteConnection.ipsecPolicies" } }
    end
    if same_number(facts) then return answer("same-asn", { Asn = facts.gateway.bgpSettings.asn }) end
    return answer("fit")
  end,
}
