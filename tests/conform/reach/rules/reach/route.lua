-- SPDX-License-Identifier: MIT
-- The route that a packet of a case takes.
local routes = require "network.routes"

return {
  answers = { "selected", "open", "none" },
  reads = { "effectiveRoutes", "destination", "tags" },
  provides = { selected = { "NextHop", "NextHopAddress", "Name", "Origin" } },
  decide = function(facts)
    local tags = function() return facts.tags end
    local found = routes.select(routes.effective(facts.effectiveRoutes), facts.destination, tags)
    if #found.needs > 0 then return answer("open") end
    if not found.hop then return answer("none") end
    return answer("selected", {
      NextHop = found.hop, NextHopAddress = found.address or "", Name = found.name or "", Origin = found.origin,
    })
  end,
}
