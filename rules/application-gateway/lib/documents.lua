-- SPDX-License-Identifier: MIT
-- A document that is null is known to be nothing, as when a query of the command line finds no such member. A
-- rule that lives on it cannot tell then.
local documents = {}

-- An Unknown that names the first of the documents that is nothing; nil when all are there.
function documents.missing(facts, ...)
  for _, name in ipairs { ... } do
    if facts[name] == nil then return unknown { needs = { name } } end
  end
  return nil
end

return documents
