-- SPDX-License-Identifier: MIT
-- Status codes: what a probe accepts, what a message says of them, and what the usual ones mean.
local statuses = {}

local usual = { "200-399" }

-- The ranges that a probe accepts; those of the default probe for nil.
function statuses.accepted(custom)
  local match = custom and custom.match
  local ranges = match and match.statusCodes
  return #(ranges or {}) > 0 and ranges or usual
end

-- Codes are written as ports are: 200, or 200-399.
function statuses.accepts(ranges, code)
  return net.port_match(table.concat(ranges, ","), code) == true
end

-- The received code as a number, and the expected ones as text; nil where the message is silent.
function statuses.in_message(message)
  local lowered = text.lower(message)
  local received = text.match(lowered, [[received:? ?([0-9]{3})]])
  local expected = text.match(lowered, [[expected: ?([0-9][0-9, -]*[0-9])]])
  return received and math.tointeger(tonumber(received)), expected
end

return statuses
