// SPDX-License-Identifier: MIT
#include "tools/serve/ranked_values.h"

#include "tools/desk/next_questions.h"

namespace tsg {

TemplateValue ranked_values(const CaseView& view,
                            const std::function<std::string(const WalkFocus&)>& address) {
  TemplateValue list = TemplateValue::list();
  for (const NextQuestion& next : next_questions(view)) {
    std::string commands;
    for (const std::string& command : next.commands) commands += (commands.empty() ? "" : "\n") + command;
    TemplateValue row = TemplateValue::record();
    row.set("question", next.subject.empty() ? next.question : next.question + " (" + next.subject + ")");
    row.set("words", next.words).set("command", std::move(commands));
    if (next.reached) row.set("address", address({next.step, next.subject}));
    list.add(std::move(row));
  }
  return list;
}

}  // namespace tsg
