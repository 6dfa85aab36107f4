-- SPDX-License-Identifier: MIT
-- Do the traffic selectors of both sides cover each other? What one side names must lie in what the other
-- names, for the prefixes of Azure and for those of the other side.
local documents = require "lib.documents"
local prefixes = require "lib.prefixes"
local selectors = require "lib.selectors"

local device_paths = { azure = "onPremDevice.azureNetworks", remote = "onPremDevice.localNetworks" }

local function of_device(device)
  return { azure = device.azureNetworks, remote = device.localNetworks, paths = device_paths }
end

-- The prefixes of `left`, of both places, that `right` does not cover; nil and an Unknown where one of them
-- cannot be read.
local function uncovered(left, right)
  local rest = {}
  for _, place in ipairs { "azure", "remote" } do
    local outside = prefixes.outside(right[place], left[place])
    if not outside then return nil, unknown { any_of = { left.paths[place], right.paths[place] } } end
    table.move(outside, 1, #outside, #rest + 1, rest)
  end
  return rest
end

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
    local device = of_device(facts.onPremDevice)
    local azure_lacks, unread = uncovered(device, azure)
    if not azure_lacks then return unread end
    if #azure_lacks > 0 then return answer("azure-lacks", { MissingPrefixes = azure_lacks }) end
    local device_lacks, unread_here = uncovered(azure, device)
    if not device_lacks then return unread_here end
    if #device_lacks > 0 then return answer("device-lacks", { MissingPrefixes = device_lacks }) end
    return answer("cover")
  end,
}
