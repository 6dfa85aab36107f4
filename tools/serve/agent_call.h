// SPDX-License-Identifier: MIT
// One request to the agents' pages. For agent_handler.cpp and its forms (agent_forms.cpp) alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/serve/agent_handler.h"
#include "tools/serve/case_values.h"

namespace tsg {

class AgentCall {
 public:
  AgentCall(Desk& desk, const AgentOptions& options, const AgentPages& pages, const web::Request& request,
            const Browser& browser);

  web::Response answer();
  web::Response problem(unsigned status, std::string title, std::string message, std::string help,
                        std::string back);
  web::Response login_page(std::string to, std::string error, unsigned status);

 private:
  // Pages (agent_handler.cpp)
  web::Response get();
  web::Response home();
  web::Response guide_page(const std::string& guide, const std::string& error, const FormInput& form,
                           unsigned status);
  web::Response looked_at(const std::string& guide, const std::string& step);
  web::Response cases();
  web::Response case_page(const std::string& id);
  web::Response part_of_case(const std::string& id, const std::string& part);
  web::Response next_page(const CaseView& view);
  web::Response notes_page(const CaseView& view);
  web::Response notes_bytes(const CaseView& view, std::string_view format);
  web::Response message_bytes(const CaseView& view);
  web::Response tree_page(const CaseView& view);
  web::Response tree_drawing(const CaseView& view);
  web::Response changes_page(const CaseView& view);
  web::Response report();

  // Forms (agent_forms.cpp)
  web::Response post();
  web::Response open_case(const std::string& guide, const FormInput& form);
  web::Response act_on_case(const std::string& id, const std::string& act, const FormInput& form);
  web::Response answer_question(const std::string& id, const FormInput& form);
  web::Response give_values(const std::string& id, const FormInput& form);
  web::Response renew_facts(const std::string& id, const FormInput& form);
  web::Response delete_case(const std::string& id);
  // The event done, and the way to the next page; else the page again with what is wrong.
  web::Response carry_out(const std::string& id, SessionEvent event, const FormInput& form,
                          const std::string& then = {});
  // `at`: the id of the field that is wrong; empty: the question.
  web::Response shown_again(const std::string& id, const FormInput& form, const std::string& error,
                            const std::string& help, std::string at = {});
  struct GivenFacts {
    std::vector<FactsDocument> documents = {};
    std::string error = {};
    bool given = false;
  };
  GivenFacts facts_of(const std::string& guide, const FormInput& form);

  // What all of them need
  web::Response page(unsigned status, std::string_view name, const TemplateValue& values,
                     std::string route) const;
  web::Response redirect(const std::string& address) const;
  web::Response failure(const HostError& error);
  web::Response problem_of(const CaseProblem& found);
  web::Response missing();
  std::string parameter(std::string_view name) const;
  std::vector<std::string> folders() const;
  TemplateValue heads_of(const std::vector<SessionHead>& heads) const;
  TemplateValue new_page(std::string_view kind, std::string title) const;
  CasePage case_frame() const;

  Desk& desk_;
  const AgentOptions& options_;
  const AgentPages& pages_;
  const web::Request& request_;
  const Browser& browser_;
  std::shared_ptr<const DeskContent> content_;
  std::vector<std::string> path_ = {};  // the segments of the address
};

}  // namespace tsg
