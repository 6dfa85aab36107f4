-- SPDX-License-Identifier: MIT
-- Have the two sides an algorithm or group in common for every parameter?
local documents = require "lib.documents"
local kind = require "lib.kind"
local sides = require "lib.sides"

-- The other side and where it stands; nil and an Unknown when it is not known.
local function other_side(facts)
  if kind.of(facts.connection) == "site" then
    local stop = documents.missing(facts, "onPremDevice")
    if stop then return nil, stop end
    return sides.device(facts.onPremDevice), "on the device"
  end
  local stop = documents.missing(facts, "remoteConnection", "remoteGateway")
  if stop then return nil, stop end
  return sides.azure(facts.remoteConnection, facts.remoteGateway), "on the other gateway"
end

return {
  answers = { "differ", "agree" },
  reads = { "connection", "gateway", "remoteConnection", "remoteGateway", "onPremDevice" },
  provides = { differ = { "Differences" } },
  decide = function(facts)
    local stop = documents.missing(facts, "connection", "gateway")
    if stop then return stop end
    local other, place = other_side(facts)
    if not other then return place end
    local found, open = sides.differences(sides.azure(facts.connection, facts.gateway), other)
    if #found > 0 then return answer("differ", { Differences = sides.lines(found, "in Azure", place) }) end
    if open then
      return unknown { any_of = { "onPremDevice.ike", "onPremDevice.ipsec", "connection.ipsecPolicies" } }
    end
    return answer("agree")
  end,
}
