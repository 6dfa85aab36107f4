-- SPDX-License-Identifier: MIT
-- Changes of a connection's tunnels, and when they fell.
local lists = require "lib.lists"

local events = {}

local margin_seconds = 15 * 60
local hour_seconds = 3600

-- The changes of the tunnels to one of `remote`, the oldest first: { at, time, up, instance, reason }. Rows
-- that tell of no change are left out.
function events.changes(facts, remote)
  local found = {}
  for _, row in ipairs(facts.tunnelEvents) do
    local up = text.equal_fold(row.status_s, "Connected")
    if (up or text.equal_fold(row.status_s, "Disconnected")) and lists.holds(remote, row.remoteIP_s) then
      found[#found + 1] = {
        at = time.parse(row.TimeGenerated), time = row.TimeGenerated, up = up, instance = row.instance_s,
        reason = row.stateChangeReason_s,
      }
    end
  end
  table.sort(found, function(left, right) return left.at < right.at end)
  return found
end

-- The time that a report speaks of, with a margin: people round. Without an end it goes on until now.
function events.window(facts)
  local ended = facts.report["until"] or facts.now
  return time.parse(facts.report.since) - margin_seconds, time.parse(ended) + margin_seconds
end

-- The changes that fell into a span of time, both ends included.
function events.within(changes, from, to)
  local found = {}
  for _, change in ipairs(changes) do
    if change.at >= from and change.at <= to then found[#found + 1] = change end
  end
  return found
end

-- The largest number of changes in any one hour.
function events.most_in_an_hour(changes)
  local most, first = 0, 1
  for last = 1, #changes do
    while changes[last].at - changes[first].at > hour_seconds do first = first + 1 end
    most = math.max(most, last - first + 1)
  end
  return most
end

-- The first loss of a tunnel, with its position in the list; nil when there is none.
function events.first_loss(changes)
  for position, change in ipairs(changes) do
    if not change.up then return change, position end
  end
  return nil
end

return events
