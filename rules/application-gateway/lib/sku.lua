-- SPDX-License-Identifier: MIT
-- v1 and v2 gateways differ in rule order, in what a slow backend looks like and in how certificates are
-- checked.
local sku = {}

local first_generation = { standard = true, waf = true }

-- "v1" or "v2"; nil and an Unknown when the tier is one this guide does not know.
function sku.generation(gateway)
  local tier = text.lower(gateway.sku.tier)
  if first_generation[tier] then return "v1" end
  if text.ends_with(tier, "_v2") or tier == "basic" then return "v2" end
  return nil, unknown { needs = { fact_path(gateway.sku, "tier") } }
end

return sku
