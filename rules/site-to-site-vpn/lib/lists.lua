-- SPDX-License-Identifier: MIT
-- Plain lists of strings.
local lists = {}

function lists.holds(list, item)
  for _, each in ipairs(list) do
    if each == item then return true end
  end
  return false
end

-- The items of `list` that are not in `other`, in their order.
function lists.without(list, other)
  local rest = {}
  for _, each in ipairs(list) do
    if not lists.holds(other, each) then rest[#rest + 1] = each end
  end
  return rest
end

-- The items of a list of facts as a plain list.
function lists.copy(list)
  local items = {}
  for _, each in ipairs(list) do items[#items + 1] = each end
  return items
end

return lists
