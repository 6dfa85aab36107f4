-- SPDX-License-Identifier: MIT
return {
  answers = { "yes" },
  reads = { "inner" },
  provides = { yes = { "InnerText", "LoweredText" } },
  lowers = { LoweredText = "the customer's own words, kept by us" },
  decide = function(facts)
    return yes { InnerText = facts.inner.text, LoweredText = facts.inner.twin, InnerNumber = facts.inner.count,
                 InnerRatio = facts.inner.ratio, InnerList = facts.inner.list, InnerWhen = facts.inner.when }
  end,
}
