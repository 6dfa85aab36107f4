-- SPDX-License-Identifier: MIT
-- The lines of the IKE log that belong to one tunnel, in the hour before now. A gateway retries every few
-- seconds, so an hour without a line is an hour without a try.
local codes = require "lib.codes"
local lists = require "lib.lists"

local negotiation = {}

local seconds_back = 3600

-- The lines of the tunnel between `tunnel` and one of `remote`, the newest first.
function negotiation.lines(facts, tunnel, remote)
  local from = time.parse(facts.now) - seconds_back
  local found = {}
  for _, row in ipairs(facts.ikeLog) do
    local at = time.parse(row.TimeGenerated)
    if row.LocalIP == tunnel and at >= from and lists.holds(remote, row.RemoteIP) then
      found[#found + 1] = { at = at, time = row.TimeGenerated, event = row.Event, position = #found }
    end
  end
  table.sort(found, function(left, right)
    if left.at ~= right.at then return left.at > right.at end
    return left.position > right.position
  end)
  return found
end

-- The newest line that tells how the tunnel fares: { class, code, line }; nil when none does. A named cause
-- outranks a code that no table knows, unless the tunnel came up between the two.
function negotiation.newest(lines)
  local unknown_code = nil
  for _, line in ipairs(lines) do
    if codes.is_established(line.event) then
      return unknown_code or { class = "established", code = "", line = line }
    end
    local class, code = codes.read(line.event)
    if class == "other" then unknown_code = unknown_code or { class = class, code = code, line = line }
    elseif class then return { class = class, code = code, line = line } end
  end
  return unknown_code
end

return negotiation
