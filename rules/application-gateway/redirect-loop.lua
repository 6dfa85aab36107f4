-- SPDX-License-Identifier: MIT
-- One finding for each redirect that closes a circle of listeners. A redirect to a URL is followed where a
-- listener stands for exactly its site.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local hosts = require "lib.hosts"
local ids = require "lib.ids"
local redirects = require "lib.redirects"

local function target_of(gateway, edge)
  local listener = ids.find(gateway.httpListeners, edge.to)
  if not listener then return nil, unknown { needs = { "applicationGateway.httpListeners" } } end
  local port = ids.find(gateway.frontendPorts, listener.frontendPort.id)
  if not port then return nil, unknown { needs = { "applicationGateway.frontendPorts" } } end
  local site = hosts.names(listener)[1] or "*"
  return {
    GatewayName = gateway.name, RedirectionSetting = edge.redirect.name, TargetListener = listener.name,
    Protocol = listener.protocol, Site = site, Port = port.port,
    Url = text.lower(listener.protocol) .. "://" .. site .. ":" .. port.port .. "/",
  }
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "RedirectionSetting", "TargetListener", "Protocol", "Site", "Port", "Url" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    local edges, stop = redirects.edges(gateway)
    if not edges then return stop end
    for _, edge in ipairs(redirects.closing(edges)) do
      local values, lacking = target_of(gateway, edge)
      if not values then return lacking end
      rows[#rows + 1] = { edge.redirect.name, values }
    end
    return checklist.verdict(rows)
  end,
}
