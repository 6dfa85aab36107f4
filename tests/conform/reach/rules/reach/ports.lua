-- SPDX-License-Identifier: MIT
-- Which of the ports of a case its groups allow.
local nsg = require "network.nsg"
local port_cover = require "network.port_cover"

return {
  answers = { "covered" },
  reads = { "subnetNsg", "flow", "tags", "ports" },
  provides = { covered = { "Allowed", "Denied", "Unknown" } },
  decide = function(facts)
    local flow = facts.flow
    local compiled = nsg.compile {
      direction = flow.direction, tags = facts.tags,
      subnet = { { name = "subnet", rules = facts.subnetNsg.securityRules } },
    }
    local cover = port_cover.of(compiled, {
      protocol = flow.protocol, source = flow.sourceAddress, destination = flow.destinationAddress,
    }, facts.ports.first, facts.ports.last)
    return answer("covered", { Allowed = cover.allowed, Denied = cover.denied, Unknown = cover.unknown })
  end,
}
