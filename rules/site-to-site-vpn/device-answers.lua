-- SPDX-License-Identifier: MIT
-- Does anything come back from the other side while this tunnel is negotiated?
local documents = require "lib.documents"
local negotiation = require "lib.negotiation"
local peers = require "lib.peers"

local function count(lines, mark)
  local number = 0
  for _, line in ipairs(lines) do
    if text.contains_fold(line.event, mark) then number = number + 1 end
  end
  return number
end

return {
  answers = { "silent", "answers" },
  reads = { "now", "connection", "gateway", "localGateway", "remoteGateway", "peerLookup", "ikeLog" },
  provides = { silent = { "SentCount" }, answers = { "SentCount", "ReceivedCount" } },
  decide = function(facts, subject)
    local stop = documents.missing(facts, "now", "connection")
    if stop then return stop end
    local remote, no_peer = peers.remote(facts)
    if not remote then return no_peer end
    local lines = negotiation.lines(facts, subject, remote)
    local sent, received = count(lines, "[send"), count(lines, "[receive")
    if received > 0 then return answer("answers", { SentCount = sent, ReceivedCount = received }) end
    if sent > 0 then return answer("silent", { SentCount = sent }) end
    return unknown { needs = { "ikeLog" } }
  end,
}
