-- SPDX-License-Identifier: MIT
-- One finding for each probe that names a host which is none of the names in the pools it probes. Members without
-- names do not count.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local members = require "lib.members"
local uses = require "lib.uses"

local function names_probed(targets, probe)
  local names = {}
  for _, target in ipairs(targets) do
    if uses.is_probed_by(target.setting, probe) then
      for _, name in ipairs(members.names(target.pool)) do names[#names + 1] = name end
    end
  end
  return names
end

local function has_name(names, wanted)
  for _, name in ipairs(names) do
    if text.equal_fold(name, wanted) then return true end
  end
  return false
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "ProbeHost" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    local targets, stop = uses.targets(gateway)
    if not targets then return stop end
    for _, probe in ipairs(gateway.probes or {}) do
      if (probe.host or "") ~= "" and not probe.pickHostNameFromBackendHttpSettings then
        local names = names_probed(targets, probe)
        if #names > 0 and not has_name(names, probe.host) then
          rows[#rows + 1] = { probe.name, { ProbeHost = probe.host } }
        end
      end
    end
    return checklist.verdict(rows)
  end,
}
