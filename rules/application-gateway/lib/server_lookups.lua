-- SPDX-License-Identifier: MIT
-- What name servers said (dnsLookups).
local lookups = {}

local function failed(lookup)
  return not text.equal_fold(lookup.result, "NOERROR")
end

-- The first lookup among those that `wanted` takes that failed, and how many it took.
function lookups.first_failure(list, wanted)
  local failure, count = nil, 0
  for _, lookup in ipairs(list) do
    if wanted(lookup) then
      count = count + 1
      if not failure and failed(lookup) then failure = lookup end
    end
  end
  return failure, count
end

return lookups
