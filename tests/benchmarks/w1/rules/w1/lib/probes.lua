-- SPDX-License-Identifier: MIT
-- Which probe looks after the servers of a backend setting.
local probes = {}

function probes.of(facts, setting_name)
  local settings, all = facts.httpSettings, facts.probes
  for i = 1, #settings do
    local setting = settings[i]
    if setting.name == setting_name then
      local wanted = setting.probe
      for j = 1, #all do
        local probe = all[j]
        if probe.name == wanted then return probe end
      end
    end
  end
  return nil
end

return probes
