-- SPDX-License-Identifier: MIT
-- What does the newest line of the IKE log that names a cause say of this tunnel?
local documents = require "lib.documents"
local negotiation = require "lib.negotiation"
local peers = require "lib.peers"

local told = { "TunnelAddress", "IkeCode", "IkeMessage", "IkeTime" }

return {
  answers = {
    "timeout", "credentials", "policy", "selectors", "version", "payload", "cookie", "deleted", "other",
    "established", "no-lines", "no-error",
  },
  reads = { "now", "connection", "gateway", "localGateway", "remoteGateway", "peerLookup", "ikeLog" },
  provides = {
    timeout = told, credentials = told, policy = told, selectors = told, version = told, payload = told,
    cookie = told, deleted = told, other = told, established = told,
    ["no-lines"] = { "TunnelAddress" }, ["no-error"] = { "TunnelAddress" },
  },
  decide = function(facts, subject)
    local stop = documents.missing(facts, "now", "connection")
    if stop then return stop end
    local remote, no_peer = peers.remote(facts)
    if not remote then return no_peer end
    local lines = negotiation.lines(facts, subject, remote)
    if #lines == 0 then return answer("no-lines", { TunnelAddress = subject }) end
    local newest = negotiation.newest(lines)
    if not newest then return answer("no-error", { TunnelAddress = subject }) end
    return answer(newest.class, {
      TunnelAddress = subject, IkeCode = newest.code, IkeMessage = newest.line.event,
      IkeTime = newest.line.time,
    })
  end,
}
