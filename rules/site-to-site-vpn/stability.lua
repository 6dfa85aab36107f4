-- SPDX-License-Identifier: MIT
-- Did the tunnels go up and down in the time that the report speaks of, and how often?
local documents = require "lib.documents"
local events = require "lib.events"
local peers = require "lib.peers"

-- A planned move of a gateway makes two changes, an active-active one four at most over several minutes each;
-- more than that within an hour is no maintenance.
local flapping_changes = 6

return {
  answers = { "flapping", "dropped", "stable" },
  reads = {
    "now", "report", "connection", "gateway", "localGateway", "remoteGateway", "peerLookup", "tunnelEvents",
  },
  provides = { flapping = { "ChangeCount", "FirstLoss" }, dropped = { "FirstLoss" } },
  decide = function(facts)
    local stop = documents.missing(facts, "report", "now", "connection")
    if stop then return stop end
    local remote, no_peer = peers.remote(facts)
    if not remote then return no_peer end
    local changes = events.within(events.changes(facts, remote), events.window(facts))
    local loss = events.first_loss(changes)
    if not loss then return answer("stable") end
    local most = events.most_in_an_hour(changes)
    local found = most >= flapping_changes and "flapping" or "dropped"
    return answer(found, { ChangeCount = most, FirstLoss = loss.time })
  end,
}
