-- SPDX-License-Identifier: MIT
return {
  answers = { "yes", "no" },
  reads = { "probes" },
  provides = { yes = { "Finding" } },
  decide = function(facts)
    local all = facts.probes
    for i = 1, #all do
      local path = all[i].path
      if not text.starts_with(path, "/") or text.contains(path, "//") or text.contains(path, " ") then
        return yes { Finding = "probe-path" }
      end
    end
    return no()
  end,
}
