-- SPDX-License-Identifier: MIT
return {
  answers = { "yes" },
  reads = { "inner" },
  decide = function(facts)
    for name, item in pairs(facts.inner.byName) do finding(name, { InnerText = item.name }) end
    return yes { InnerText = facts.inner.text }
  end,
}
