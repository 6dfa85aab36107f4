-- SPDX-License-Identifier: MIT
-- Traffic selectors of the Azure side: which prefixes of the virtual network may speak with which of the
-- other side.
local documents = require "lib.documents"

local selectors = {}

-- Whether any address may speak with any other, as on a route-based gateway without policy-based selectors.
function selectors.any_to_any(facts)
  local policy_based = text.equal_fold(facts.gateway.vpnType, "PolicyBased")
  return not policy_based and not facts.connection.usePolicyBasedTrafficSelectors
end

local function stated(policies)
  local here, there = {}, {}
  for _, policy in ipairs(policies) do
    for _, range in ipairs(policy.localAddressRanges) do here[#here + 1] = range end
    for _, range in ipairs(policy.remoteAddressRanges) do there[#there + 1] = range end
  end
  local path = "connection.trafficSelectorPolicies"
  return { azure = here, remote = there, paths = { azure = path, remote = path } }
end

-- { azure, remote, paths }: prefixes on either side and where they stand; nil and an Unknown when a document
-- is not there. Selectors that the connection states win over the address spaces.
function selectors.azure_side(facts)
  local policies = facts.connection.trafficSelectorPolicies or {}
  if #policies > 0 then return stated(policies) end
  local stop = documents.missing(facts, "vnet", "localGateway")
  if stop then return nil, stop end
  return {
    azure = facts.vnet.addressSpace.addressPrefixes,
    remote = facts.localGateway.localNetworkAddressSpace.addressPrefixes or {},
    paths = {
      azure = "vnet.addressSpace.addressPrefixes",
      remote = "localGateway.localNetworkAddressSpace.addressPrefixes",
    },
  }
end

return selectors
