// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "engine/text/json_writer.h"
#include "tools/desk/event_value.h"
#include "tools/desk/kept_facts.h"
#include "tools/serve/agent_call.h"
#include "tools/sessions/json_text.h"

namespace tsg {

namespace {

// "backendHealth.json" -> "backendHealth"
std::string stem_of_upload(const std::string& name) {
  const std::size_t slash = name.find_last_of("/\\");
  const std::string file = slash == std::string::npos ? name : name.substr(slash + 1);
  return file.substr(0, file.rfind('.'));
}

std::optional<std::uint64_t> number_of(const std::string& text) {
  constexpr std::size_t most_digits = 9;
  if (text.empty() || text.size() > most_digits || text.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoull(text);
}

std::string first_error(const Diagnostics& diagnostics) {
  for (const Diagnostic& each : diagnostics) {
    if (each.severity == Severity::Error) return fmt::format("{}: {}", each.place.file, each.message);
  }
  return {};
}

// Each question has an address of its own, so that a browser's way back leads to the question before.
std::string onward(const CaseView& view) {
  return case_address(view, open_focus(view));
}

bool is_document(const DeskContent& content, const std::string& guide, std::string_view key) {
  const std::shared_ptr<const Pack> pack = content.pack_of(guide);
  if (key == "_gathered") return true;
  const std::vector<CatalogueDocument>& documents = pack->catalogue(pack->guide(guide)->domain)->documents;
  return std::any_of(documents.begin(), documents.end(),
                     [key](const CatalogueDocument& each) { return each.key == key; });
}

}  // namespace

web::Response AgentCall::post() {
  std::variant<FormInput, web::Response> read = read_form_input(request_);
  if (auto* refused = std::get_if<web::Response>(&read)) return std::move(*refused);
  const FormInput& form = std::get<FormInput>(read);
  if (!is_own_form(browser_, form.of("csrf")))
    return problem(403, "This page is out of date",
                   "The form was made before the server was started, or by another browser.",
                   "Load the page again, then answer.", request_.path.substr(0, request_.path.rfind('/')));
  const std::size_t size = path_.size();
  if (size == 3 && path_[0] == "guides" && path_[2] == "cases") return open_case(path_[1], form);
  if (size == 3 && path_[0] == "cases") return act_on_case(path_[1], path_[2], form);
  return missing();
}

web::Response AgentCall::open_case(const std::string& guide, const FormInput& form) {
  if (content_->pack_of(guide) == nullptr) return missing();
  GivenFacts facts = facts_of(guide, form);
  if (!facts.error.empty()) return guide_page(guide, facts.error, form, 422);
  Result<CaseReading> opened = desk_.open_case({.guide = guide,
                                                .facts = std::move(facts.documents),
                                                .now = form.of("now"),
                                                .label = form.of("label")});
  if (!opened.ok()) return failure(opened.error());
  if (const auto& found = opened.value().problem)
    return guide_page(guide, found->message + ". " + found->help, form, 422);
  return redirect(onward(*opened.value().found));
}

AgentCall::GivenFacts AgentCall::facts_of(const std::string& guide, const FormInput& form) {
  GivenFacts given;
  FactsRequest request;
  const std::string& folder = form.of("folder");
  const std::vector<std::string> known = folders();
  if (!folder.empty()) {
    if (std::find(known.begin(), known.end(), folder) == known.end()) {
      given.error = "there is no such folder of facts";
      return given;
    }
    request.sources.push_back(options_.facts_folder + "/" + folder);
  }
  // All texts become one object: files that are a document under their name, others with what they hold.
  std::string joined = "{";
  const auto add = [&joined](std::string_view key, std::string_view json) {
    if (joined.size() > 1) joined += ',';
    append_json_string(joined, key);
    joined += ':';
    joined += json;
  };
  std::vector<std::pair<std::string, std::string>> wholes;
  for (const FormFile& file : form.files) {
    const std::string key = stem_of_upload(file.name);
    // What is no JSON by itself is read as a whole, for the message with its place.
    if (is_document(*content_, guide, key) && is_json(file.bytes)) {
      add(key, file.bytes);
    } else {
      wholes.emplace_back(file.name, file.bytes);
    }
  }
  if (!form.of("pasted").empty()) wholes.emplace_back("pasted facts", form.of("pasted"));
  for (const auto& [name, bytes] : wholes) {
    const KeptFacts read = keep_facts_text(*content_, guide, name, bytes);
    if (read.refused && given.error.empty()) given.error = first_error(read.diagnostics);
    for (const FactsDocument& document : read.documents) add(document.key, document.json);
  }
  if (!given.error.empty()) return given;
  joined += '}';
  KeptFacts kept = keep_facts_text(*content_, guide, "facts", joined, request);
  if (kept.refused) given.error = first_error(kept.diagnostics);
  given.given = !kept.documents.empty();
  given.documents = std::move(kept.documents);
  return given;
}

web::Response AgentCall::act_on_case(const std::string& id, const std::string& act, const FormInput& form) {
  if (act == "answer") return answer_question(id, form);
  if (act == "undo") return carry_out(id, {.kind = SessionEventKind::Undone}, form);
  if (act == "facts") return renew_facts(id, form);
  if (act == "delete") return delete_case(id);
  if (act == "remark") {
    if (form.of("remark").empty()) return shown_again(id, form, "Write a remark", "", "remark");
    return carry_out(id, {.kind = SessionEventKind::Noted, .text = form.of("remark")}, form);
  }
  if (act == "rate") {
    return carry_out(id,
                     {.kind = SessionEventKind::Rated,
                      .step = form.of("step"),
                      .option = form.of("rating") == "helped" ? "helped" : "not",
                      .text = form.of("text")},
                     form);
  }
  return missing();
}

web::Response AgentCall::answer_question(const std::string& id, const FormInput& form) {
  const bool aside = form.of("act") == "unknown" || form.of("option") == "_unknown";
  if (aside)
    return carry_out(
        id, {.kind = SessionEventKind::SetAside, .step = form.of("step"), .subject = form.of("subject")},
        form);
  if (form.of("act") == "values") return give_values(id, form);
  if (form.of("option").empty()) return shown_again(id, form, "Choose an answer, or \"Don't know\"", "");
  return carry_out(id,
                   {.kind = SessionEventKind::Answered,
                    .step = form.of("step"),
                    .subject = form.of("all") == "1" ? "" : form.of("subject"),
                    .option = form.of("option"),
                    .reason = form.of("reason")},
                   form);
}

// One event a value, so that each can be undone; the first that does not fit ends it.
web::Response AgentCall::give_values(const std::string& id, const FormInput& form) {
  constexpr std::string_view prefix = "value.";
  web::Response last = shown_again(id, form, "Give a value, or choose \"Don't know\"", "");
  for (const auto& [name, value] : form.fields) {
    if (!name.starts_with(prefix) || value.empty()) continue;
    last = carry_out(id,
                     {.kind = SessionEventKind::InputGiven,
                      .step = form.of("step"),
                      .name = name.substr(prefix.size()),
                      .value = event_text_of(Value(value))},
                     form);
    if (last.status != 303) break;
  }
  return last;
}

web::Response AgentCall::renew_facts(const std::string& id, const FormInput& form) {
  Result<CaseReading> reading = desk_.view(id);
  if (!reading.ok()) return failure(reading.error());
  if (reading.value().problem) return problem_of(*reading.value().problem);
  GivenFacts facts = facts_of(reading.value().found->head.guide, form);
  if (!facts.given && facts.error.empty()) facts.error = "No facts were given";
  if (!facts.error.empty())
    return shown_again(id, form, facts.error, "The facts stay as they were.", "files");
  return carry_out(id, {.kind = SessionEventKind::FactsGiven, .facts = std::move(facts.documents)}, form,
                   "/cases/" + id + "/changes");
}

web::Response AgentCall::delete_case(const std::string& id) {
  const Result<std::uint64_t> removed = desk_.remove(id);
  if (!removed.ok()) return failure(removed.error());
  return redirect("/cases");
}

web::Response AgentCall::carry_out(const std::string& id, SessionEvent event, const FormInput& form,
                                   const std::string& then) {
  // What an undo takes back must be what its page showed; an answer names its own step.
  const bool undone = event.kind == SessionEventKind::Undone;
  const std::string said = event.kind == SessionEventKind::Noted   ? "remark"
                           : event.kind == SessionEventKind::Rated ? "rating"
                                                                   : "";
  Result<CaseReading> done =
      desk_.act(id, std::move(event), undone ? number_of(form.of("seen")) : std::nullopt);
  if (!done.ok()) return failure(done.error());
  if (!done.value().problem && !said.empty()) return redirect("/cases/" + id + "?kept=" + said);
  const std::optional<CaseProblem>& problem = done.value().problem;
  if (!problem) return redirect(then.empty() ? onward(*done.value().found) : then);
  if (problem->kind == CaseProblemKind::UnknownCase) return problem_of(*problem);
  if (problem->kind == CaseProblemKind::NeedsReason)
    return shown_again(id, form, "Say why the facts are wrong", "The reason goes into the notes.", "reason");
  return shown_again(id, form, problem->message, problem->help);
}

web::Response AgentCall::shown_again(const std::string& id, const FormInput& form, const std::string& error,
                                     const std::string& help, std::string at) {
  Result<CaseReading> reading = desk_.view(id);
  if (!reading.ok()) return failure(reading.error());
  if (reading.value().problem) return problem_of(*reading.value().problem);
  CasePage frame = case_frame();
  frame.focus = {form.of("step"), form.of("subject")};
  if (find_visit(reading.value().found->walk.resolution, frame.focus.step, frame.focus.subject) == nullptr)
    frame.focus = {};
  frame.error = error;
  frame.error_help = help;
  frame.error_at = std::move(at);
  frame.chosen = form.of("option");
  frame.reason = form.of("reason");
  const PageValues shown = case_values(*reading.value().found, frame);
  return page(422, shown.page, shown.values, "case");
}

}  // namespace tsg
