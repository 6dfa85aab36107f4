-- SPDX-License-Identifier: MIT
return {
  answers = { "yes" },
  reads = { "inner" },
  decide = function(facts)
    for _, item in ipairs(facts.inner.items) do finding(item.name, { InnerName = item.text }) end
    return yes()
  end,
}
