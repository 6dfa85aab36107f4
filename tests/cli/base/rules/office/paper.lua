-- SPDX-License-Identifier: MIT
local trays = require "lib.trays"
return {
  answers = { "yes", "no" },
  reads = { "printer" },
  decide = function(facts, subject)
    if trays.named(facts.printer, subject).sheets > 0 then return yes() end
    return no()
  end,
}
