-- SPDX-License-Identifier: MIT
return {
  answers = { "told", "kept" },
  reads = { "own", "inner" },
  decide = function(facts, subject)
    return answer(subject == facts.own.items[1].name and "told" or "kept")
  end,
}
