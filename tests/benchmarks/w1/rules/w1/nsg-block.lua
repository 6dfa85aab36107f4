-- SPDX-License-Identifier: MIT
-- The first inbound rule that matches the gateway's probe decides whether it reaches the server.
local probes = require "lib.probes"

local prefix_match, port_match = net.prefix_match, net.port_match

local function covers(prefix, address)
  if prefix == "*" then return true end
  if prefix == "VirtualNetwork" then return prefix_match("10.0.0.0/8", address) == "all" end
  if prefix == "GatewayManager" then return false end
  return prefix_match(prefix, address) == "all"
end

local function inbound(all)
  local rules = {}
  for i = 1, #all do
    local rule = all[i]
    if rule.direction == "Inbound" then rules[#rules + 1] = rule end
  end
  table.sort(rules, function(a, b) return a.priority < b.priority end)
  return rules
end

return {
  answers = { "yes", "no" },
  reads = { "backendHealth", "gateway", "httpSettings", "nsg", "probes" },
  provides = { yes = { "Finding" } },
  decide = function(facts)
    local rules = inbound(facts.nsg)
    local source, health = facts.gateway.subnetIp, facts.backendHealth
    for i = 1, #health do
      local server = health[i]
      local probe = probes.of(facts, server.setting)
      if probe then
        local destination, port = server.address, probe.port
        for k = 1, #rules do
          local rule = rules[k]
          local protocol = rule.protocol
          if (protocol == "*" or protocol == "Tcp") and covers(rule.src, source) and covers(rule.dst, destination)
              and (rule.ports == "*" or port_match(rule.ports, port)) then
            if rule.access == "Deny" then return yes { Finding = "nsg-block" } end
            break
          end
        end
      end
    end
    return no()
  end,
}
