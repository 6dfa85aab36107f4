-- SPDX-License-Identifier: MIT
-- Do the traffic selectors of both sides cover each other? What one side names must lie in what the other
-- names, for the prefixes of Azure and for those of the other side.
local documents = require "lib.documents"
local prefixes = require "lib.prefixes"
local selectors = require "lib.selectors"

-- The prefixes of `left` that `right` does not cover, of both places; nil and an Unknown for one that cannot
-- be read.
local function uncovered(left, right, path)
  local rest = {}
  for _, place in ipairs { "azure", "remote" } do
    local outside = prefixes.outside(right[place], left[place])
    if not outside then return nil, unknown { needs = { path[place] } } end
    table.move(outside, 1, #outside, #rest + 1, rest)
  end
  return rest
end

local device_paths = { azure = "onPremDevice.azureNetworks", remote = "onPremDevice.localNetworks" }

return {
  answers = { "azure-lacks", "device-lacks", "cover" },
  reads = { "connection", "gateway", "localGateway", "vnet", "onPremDevice" },
  provides = { ["azure-lacks"] = { "MissingPrefixes" }, ["device-lacks"] = { "MissingPrefixes" } },
  decide = function(facts)
    local stop = documents.missing(facts, "connection", "gateway")
    if stop then return stop end
    if selectors.any_to_any(facts) then
      return not_applicable("the gateway takes any traffic selector that the other side names")
    end
    local azure, no_side = selectors.azure_side(facts)
    if not azure then return no_side end
    stop = documents.missing(facts, "onPremDevice")
    if stop then return stop end
    local described = facts.onPremDevice
    local device = { azure = described.azureNetworks, remote = described.localNetworks }
    local azure_lacks, unread = uncovered(device, azure, device_paths)
    if not azure_lacks then return unread end
    if #azure_lacks > 0 then return answer("azure-lacks", { MissingPrefixes = azure_lacks }) end
    local device_lacks, unread_here = uncovered(azure, device, device_paths)
    if not device_lacks then return unread_here end
    if #device_lacks > 0 then return answer("device-lacks", { MissingPrefixes = device_lacks }) end
    return answer("cover")
  end,
}
