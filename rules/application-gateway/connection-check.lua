-- SPDX-License-Identifier: MIT
-- Security groups or routes could not be told. What did a connection check from the gateway's network meet on
-- its way to the server?
local backend = require "lib.backend"
local probe = require "lib.probe"

-- The types of issues on the way, each once; nil when the check went to another server.
local function issues_towards(check, address)
  local types, seen, arrives = {}, {}, false
  for _, hop in ipairs(check.hops) do
    arrives = arrives or text.equal_fold(hop.address, address)
    for _, issue in ipairs(hop.issues) do
      if not seen[issue.type] then types[#types + 1] = issue.type end
      seen[issue.type] = true
    end
  end
  return arrives and types or nil
end

local network_issues = { networksecurityrule = true, userdefinedroute = true, platform = true }

local function class_of(check, types)
  if text.equal_fold(check.connectionStatus, "Connected") then return "reachable" end
  for _, issue in ipairs(types) do
    if network_issues[text.lower(issue)] then return "blocked" end
  end
  for _, issue in ipairs(types) do
    if text.equal_fold(issue, "GuestFirewall") then return "closed" end
  end
  return nil
end

return {
  answers = { "closed", "blocked", "reachable" },
  reads = { "request", "applicationGateway", "backendHealth", "connectivityCheck" },
  provides = {
    closed = { "GatewayName", "BackendPool", "BackendServerAddress", "DestinationPort" },
    blocked = { "GatewayName", "BackendPool", "BackendServerAddress", "DestinationPort", "Issues" },
    reachable = {
      "GatewayName", "BackendPool", "HttpSetting", "BackendServerAddress", "ErrorDetails", "Contradiction",
    },
  },
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local values = backend.values(pair)
    local port, no_port = probe.port(pair.gateway, pair.setting)
    if not port then return no_port end
    local check = facts.connectivityCheck
    local types = check and issues_towards(check, values.BackendServerAddress)
    local class = types and class_of(check, types)
    if not class then return unknown { needs = { "connectivityCheck" } } end
    values.DestinationPort, values.Issues = port, table.concat(types, ", ")
    values.Contradiction = "a connection check from the same network reaches the server"
    return answer(class, values)
  end,
}
