-- SPDX-License-Identifier: MIT
-- The verdict of a check over several subjects: one finding for each row { subject, values }.
local checklist = {}

-- A subject that no other finding has: numbered from its second occurrence on.
local function unique(taken, subject)
  local plain = subject ~= "" and subject or "(no name)"
  local name, number = plain, 1
  while taken[name] do
    number = number + 1
    name = plain .. " #" .. number
  end
  return name
end

-- yes with a finding for each row. Without rows: `open`, an Unknown about subjects that could not be told, else no.
function checklist.verdict(rows, open)
  if #rows == 0 then return open or no() end
  local taken = {}
  for _, row in ipairs(rows) do
    local subject = unique(taken, row[1])
    taken[subject] = true
    finding(subject, row[2])
  end
  return yes()
end

return checklist
