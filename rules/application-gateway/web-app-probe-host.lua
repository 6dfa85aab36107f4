-- SPDX-License-Identifier: MIT
-- One finding for each probe and App Service name that it probes under another host: App Service finds the site by
-- the host name.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local members = require "lib.members"
local uses = require "lib.uses"

local function web_apps_probed(targets, probe)
  local names = {}
  for _, target in ipairs(targets) do
    if uses.is_probed_by(target.setting, probe) then
      for _, name in ipairs(members.names(target.pool)) do
        if members.is_web_app(name) then names[#names + 1] = name end
      end
    end
  end
  return names
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "Fqdn", "ProbeHost" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows, seen = facts.applicationGateway, {}, {}
    local targets, stop = uses.targets(gateway)
    if not targets then return stop end
    for _, probe in ipairs(gateway.probes or {}) do
      if (probe.host or "") ~= "" and not probe.pickHostNameFromBackendHttpSettings then
        for _, name in ipairs(web_apps_probed(targets, probe)) do
          local subject = name .. " (" .. probe.name .. ")"
          if not text.equal_fold(name, probe.host) and not seen[subject] then
            seen[subject] = true
            rows[#rows + 1] = { subject, { Fqdn = name, ProbeHost = probe.host } }
          end
        end
      end
    end
    return checklist.verdict(rows)
  end,
}
