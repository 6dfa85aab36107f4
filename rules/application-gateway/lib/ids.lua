-- SPDX-License-Identifier: MIT
-- Azure resource ids: compared without case, because the published answers spell them both ways.
local ids = {}

function ids.same(left, right)
  return text.equal_fold(left, right)
end

-- The row of `list` whose id is `id`, or nil. A list that is absent has no rows.
function ids.find(list, id)
  for _, row in ipairs(list or {}) do
    if ids.same(row.id, id) then return row end
  end
  return nil
end

-- The last part of an id: ".../backendAddressPools/web" is "web".
function ids.name(id)
  local parts = text.split(id, "/")
  return parts[#parts]
end

-- The part behind a collection's name: of ".../virtualNetworks/hub/subnets/gw", after(id, "virtualNetworks")
-- is "hub".
function ids.after(id, collection)
  local parts = text.split(id, "/")
  for position = 1, #parts - 1 do
    if text.equal_fold(parts[position], collection) then return parts[position + 1] end
  end
  return nil
end

return ids
