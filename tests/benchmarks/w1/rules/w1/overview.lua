-- SPDX-License-Identifier: MIT
-- Leads every document to the report.
return {
  answers = { "yes" },
  reads = { "gateway" },
  decide = function() return yes() end,
}
