-- SPDX-License-Identifier: MIT
-- A document that is null is known to be nothing. A rule that lives on it cannot tell then. A document that
-- is a list reads as the empty list, and needs no asking.
local documents = {}

-- An Unknown that names those of the documents that are nothing; nil when all are there.
function documents.missing(facts, ...)
  local needs = {}
  for _, name in ipairs { ... } do
    if facts[name] == nil then needs[#needs + 1] = name end
  end
  if #needs > 0 then return unknown { needs = needs } end
  return nil
end

return documents
