-- SPDX-License-Identifier: MIT
-- Security admin rules of a Virtual Network Manager: Deny and AlwaysAllow end, Allow and no match go on to the groups.
local admin_rules = {}

admin_rules.group = { name = "security admin rules", scope = "admin" }

local ends = { Deny = "Deny", AlwaysAllow = "Allow" }

local function ended(rule)
  return { name = rule.name, access = ends[rule.access] }
end

-- What the first match among admin rules leads to. { certain }: it ends there. {}: on to the groups. Where some may
-- match and do not all lead the same way: { accesses, goes_on, names, doubts }, the ends that are possible, and whether
-- going on is.
function admin_rules.stage(rule, maybes)
  local last = rule and ends[rule.access]
  if not maybes then return { certain = last and ended(rule) } end
  local accesses, names, doubts, goes_on, alike = { last }, {}, {}, not last, true
  for _, entry in ipairs(maybes) do
    local access = ends[entry.rule.access]
    if access then accesses[#accesses + 1] = access else goes_on = true end
    if access ~= last then alike = false end
    names[#names + 1] = entry.rule.name
    table.move(entry.doubts, 1, #entry.doubts, #doubts + 1, doubts)
  end
  if not alike then return { accesses = accesses, goes_on = goes_on, names = names, doubts = doubts } end
  if not last then return {} end
  return { certain = { access = last, name = table.concat(names, " or ") .. " or " .. rule.name } }
end

return admin_rules
