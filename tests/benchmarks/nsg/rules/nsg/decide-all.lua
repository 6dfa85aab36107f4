-- SPDX-License-Identifier: MIT
-- Decides every flow of the document, and counts those that the expected rule decided.
local nsg = require "network.nsg"

return {
  answers = { "decided" },
  reads = { "rules", "flows", "tags" },
  provides = { decided = { "Count", "Right" } },
  decide = function(facts)
    local compiled = nsg.compile {
      direction = "Inbound", tags = facts.tags, subnet = { { name = "nsg", rules = facts.rules } },
    }
    local flows, right = facts.flows, 0
    for position = 1, #flows do
      local flow = flows[position]
      local result = nsg.decide(compiled, {
        protocol = flow.protocol, source = flow.source, destination = flow.destination, port = flow.port,
      })
      if result.rule == flow.expected then right = right + 1 end
    end
    return answer("decided", { Count = #flows, Right = right })
  end,
}
