// SPDX-License-Identifier: MIT
#include "tools/serve/agent_handler.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/checker/graph_guide.h"
#include "engine/checker/walked_edges.h"
#include "engine/composer/compose.h"
#include "engine/composer/shell_quote.h"
#include "engine/evaluator/answer_text.h"
#include "engine/loader/pack_files.h"
#include "engine/text/ascii.h"
#include "renderers/graph_svg.h"
#include "renderers/html_fragment.h"
#include "renderers/words.h"
#include "tools/serve/agent_call.h"
#include "tools/serve/ranked_values.h"

namespace tsg {

namespace {

constexpr std::size_t cases_shown = 50;
constexpr std::size_t cases_at_home = 10;

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) segments.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool holds_words(std::string_view text, const std::string& query) {
  const std::string lowered = ascii_lowered(text);
  std::size_t at = 0;
  while (at < query.size()) {
    const std::size_t end = std::min(query.find(' ', at), query.size());
    const std::string word = ascii_lowered(std::string_view(query).substr(at, end - at));
    if (!word.empty() && lowered.find(word) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

// The first words of a guide's summary, without its markup.
std::string description_of(const Pack& pack, const Guide& guide) {
  constexpr std::size_t longest = 240;
  if (guide.summary >= pack.documents.size()) return {};
  Diagnostics unused;
  const ComposedArticle article =
      compose_article(pack.documents[guide.summary], {}, {.audience = Audience::Agent}, unused);
  std::string text;
  bool in_tag = false;
  for (const char c : render_html_fragment(article)) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c == '\n' ? ' ' : c;
    if (c == '>') in_tag = false;
    if (text.size() > longest && c == ' ') return text + "...";
  }
  return text;
}

std::string plain_description(const Pack& pack, const Guide& guide) {
  std::string text = description_of(pack, guide);
  for (const auto& [entity, character] : {std::pair<std::string_view, std::string_view>{"&amp;", "&"},
                                          {"&lt;", "<"},
                                          {"&gt;", ">"},
                                          {"&quot;", "\""},
                                          {"&#39;", "'"}}) {
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, entity.size(), character);
  }
  return text;
}

std::string status_of(const Guide& guide) {
  if (guide.status == GuideStatus::Draft) return "a draft";
  return guide.status == GuideStatus::Retired ? "retired" : "";
}

web::Response download(std::string_view name, std::string_view type, std::string bytes) {
  return {200,
          std::string(type) + "; charset=utf-8",
          {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", name)}},
          std::move(bytes)};
}

}  // namespace

AgentHandler::AgentHandler(Desk& desk, AgentOptions options) : desk_(desk), options_(std::move(options)) {}

web::Response AgentHandler::answer(const web::Request& request, const Browser& browser) {
  return AgentCall(desk_, options_, pages_, request, browser).answer();
}

web::Response AgentHandler::problem(unsigned status, std::string title, std::string message, std::string help,
                                    std::string back) const {
  const web::Request request;
  const Browser browser;
  return AgentCall(desk_, options_, pages_, request, browser)
      .problem(status, std::move(title), std::move(message), std::move(help), std::move(back));
}

web::Response AgentHandler::login_page(std::string to, std::string error, unsigned status) const {
  const web::Request request;
  const Browser browser;
  return AgentCall(desk_, options_, pages_, request, browser)
      .login_page(std::move(to), std::move(error), status);
}

AgentCall::AgentCall(Desk& desk, const AgentOptions& options, const AgentPages& pages,
                     const web::Request& request, const Browser& browser)
    : desk_(desk),
      options_(options),
      pages_(pages),
      request_(request),
      browser_(browser),
      content_(desk.content()),
      path_(segments_of(request.path)) {}

web::Response AgentCall::answer() {
  if (request_.method == web::Method::Put || request_.method == web::Method::Delete) {
    web::Response refused = web::text_response(405, "a page is read, or sent a form");
    refused.headers.push_back({"Allow", "GET, HEAD, POST"});
    return refused;
  }
  web::Response response = request_.method == web::Method::Post ? post() : get();
  if (browser_.cookie) response.headers.push_back(*browser_.cookie);
  return response;
}

// What all of them need -----------------------------------------------------------------------------------

std::string AgentCall::parameter(std::string_view name) const {
  for (const auto& [key, value] : request_.query) {
    if (key == name) return value;
  }
  return {};
}

web::Response AgentCall::page(unsigned status, std::string_view name, const TemplateValue& values,
                              std::string route) const {
  const TemplateValue desk = TemplateValue::record().set(
      "desk", TemplateValue::record()
                  .set("title", content_->title().empty() ? "Guides" : content_->title())
                  .set("version", version())
                  .set("style", pages_.style_path())
                  .set("script", pages_.script_path())
                  .set("login", options_.login == Login::Token));
  return {status, "text/html; charset=utf-8", {}, pages_.render(name, desk, values), std::move(route)};
}

web::Response AgentCall::redirect(const std::string& address) const {
  return {.status = 303, .headers = {{"Location", address}}, .route = "form"};
}

web::Response AgentCall::problem(unsigned status, std::string title, std::string message, std::string help,
                                 std::string back) {
  TemplateValue values = new_page("problem", std::move(title));
  values.set("message", std::move(message)).set("help", std::move(help)).set("back", std::move(back));
  return page(status, "problem.html", TemplateValue::record().set("page", std::move(values)), "problem");
}

web::Response AgentCall::login_page(std::string to, std::string error, unsigned status) {
  TemplateValue values = new_page("login", "Log in");
  values.set("to", std::move(to)).set("error", std::move(error)).set("error_at", "token");
  return page(status, "login.html", TemplateValue::record().set("page", std::move(values)), "login");
}

web::Response AgentCall::failure(const HostError& error) {
  web::Response response = problem(503, "The machine could not do it", error.message, error.help, "");
  response.headers.push_back({"Retry-After", "5"});
  return response;
}

web::Response AgentCall::missing() {
  return problem(404, "There is no such page", "The address leads nowhere.", "", "/");
}

web::Response AgentCall::problem_of(const CaseProblem& found) {
  const bool unknown =
      found.kind == CaseProblemKind::UnknownCase || found.kind == CaseProblemKind::UnknownGuide;
  return problem(unknown ? 404 : 422, unknown ? "There is nothing here" : "This could not be done",
                 found.message, found.help, "/");
}

std::vector<std::string> AgentCall::folders() const {
  if (options_.facts_folder.empty()) return {};
  return folders_in(options_.facts_folder, "");
}

TemplateValue AgentCall::new_page(std::string_view kind, std::string title) const {
  TemplateValue values = TemplateValue::record();
  values.set("kind", kind).set("title", std::move(title)).set("csrf", browser_.csrf);
  return values;
}

CasePage AgentCall::case_frame() const {
  return {.csrf = browser_.csrf, .folders = folders()};
}

// Pages ---------------------------------------------------------------------------------------------------

web::Response AgentCall::get() {
  const std::size_t size = path_.size();
  if (size == 0) return home();
  if (path_[0] == "guides" && size == 2) return guide_page(path_[1], "", {}, 200);
  if (path_[0] == "guides" && size == 3) return looked_at(path_[1], path_[2]);
  if (path_[0] == "cases" && size == 1) return cases();
  if (path_[0] == "cases" && size == 2) return case_page(path_[1]);
  if (path_[0] == "cases" && size == 3) return part_of_case(path_[1], path_[2]);
  if (path_[0] == "report" && size == 1) return report();
  return missing();
}

web::Response AgentCall::home() {
  const std::string query = parameter("q");
  TemplateValue values = new_page("home", "Guides");
  TemplateValue guides = TemplateValue::list();
  for (const std::string& id : content_->guides()) {
    const std::shared_ptr<const Pack> pack = content_->pack_of(id);
    const Guide& guide = *pack->guide(id);
    const std::string description = plain_description(*pack, guide);
    if (!holds_words(id + " " + guide.title + " " + description, query)) continue;
    guides.add(TemplateValue::record()
                   .set("id", id)
                   .set("title", guide.title)
                   .set("description", description)
                   .set("version", guide.version)
                   .set("status", status_of(guide)));
  }
  Result<std::vector<SessionHead>> heads = desk_.store().heads({.limit = cases_at_home});
  if (!heads.ok()) return failure(heads.error());
  values.set("query", query).set("guides", std::move(guides)).set("cases", heads_of(heads.value()));
  return page(200, "home.html", TemplateValue::record().set("page", std::move(values)), "home");
}

web::Response AgentCall::guide_page(const std::string& id, const std::string& error, const FormInput& form,
                                    unsigned status) {
  const std::shared_ptr<const Pack> pack = content_->pack_of(id);
  if (pack == nullptr) return missing();
  const Guide& guide = *pack->guide(id);
  TemplateValue values = new_page("guide", guide.title);
  values.set("guide", id).set("error", error).set("error_at", "files");
  values.set("label", form.of("label")).set("now", form.of("now"));
  values.set("provenance", fmt::format("Guide {}, version {}{}", id, guide.version,
                                       guide.reviewed.empty() ? "" : ", reviewed " + guide.reviewed));
  if (guide.status == GuideStatus::Retired || !guide.replaced_by.empty())
    values.set("note", guide.replaced_by.empty() ? "This guide is retired."
                                                 : "This guide is replaced by " + guide.replaced_by + ".");
  if (guide.summary < pack->documents.size()) {
    Diagnostics unused;
    values.set("summary", TrustedHtml{render_html_fragment(compose_article(
                              pack->documents[guide.summary], {}, {.audience = Audience::Agent}, unused))});
  }
  TemplateValue gathers = TemplateValue::list();
  for (const CatalogueDocument& document : pack->catalogue(guide.domain)->documents) {
    gathers.add(TemplateValue::record().set("key", document.key).set("command", shell_line(document.gather)));
  }
  TemplateValue folder_names = TemplateValue::list();
  for (const std::string& folder : folders()) folder_names.add(folder);
  values.set("gathers", std::move(gathers)).set("folders", std::move(folder_names));
  values.set("look", fmt::format("/guides/{}/{}?v={}", id, guide.start, guide.digest));
  Result<std::vector<SessionHead>> heads = desk_.store().heads({.guide = id, .limit = cases_at_home});
  if (!heads.ok()) return failure(heads.error());
  values.set("cases", heads_of(heads.value()));
  return page(status, "guide.html", TemplateValue::record().set("page", std::move(values)), "guide");
}

// A permalink: every parameter is an answer but `v`, the digest of the content it was made with.
web::Response AgentCall::looked_at(const std::string& guide, const std::string& step) {
  OpenCase request = {.guide = guide};
  std::string digest;
  for (const auto& [name, value] : request_.query) {
    if (name == "v") digest = value;
    if (name == "v" || name == "act") continue;
    auto answer = parse_answer(name + "=" + value);
    if (auto* given = std::get_if<GivenAnswer>(&answer)) request.answers.answers.push_back(std::move(*given));
  }
  Result<CaseReading> reading = desk_.look(request);
  if (!reading.ok()) return failure(reading.error());
  if (reading.value().problem) return problem_of(*reading.value().problem);
  CaseView view = *reading.value().found;
  if (!digest.empty() && digest != view.head.digest)
    view.notice = "The guide has changed since this link was made: the answers were replayed.";
  CasePage frame = case_frame();
  const bool answered = std::any_of(request.answers.answers.begin(), request.answers.answers.end(),
                                    [&step](const GivenAnswer& each) { return each.step == step; });
  // Once the step of the address is answered, the page goes on to what comes next.
  if (!answered) frame.focus = focus_of_address(view, step, 0);
  const PageValues shown = case_values(view, frame);
  return page(200, shown.page, shown.values, "look");
}

web::Response AgentCall::cases() {
  SessionFilter filter = {.label_contains = parameter("q"), .limit = cases_shown + 1};
  const std::string guide = parameter("guide");
  const std::string state = parameter("state");
  const std::string after = parameter("after");
  if (!guide.empty()) filter.guide = guide;
  if (state == "open") filter.state = SessionState::Open;
  if (state == "ended") filter.state = SessionState::Ended;
  if (const std::size_t at = after.find('~'); at != std::string::npos)
    filter.after = HeadPlace{after.substr(0, at), after.substr(at + 1)};
  Result<std::vector<SessionHead>> found = desk_.store().heads(filter);
  if (!found.ok()) return failure(found.error());
  std::vector<SessionHead> heads = std::move(found).value();
  TemplateValue values = new_page("cases", "Cases");
  if (heads.size() > cases_shown) {
    heads.pop_back();
    values.set("more", fmt::format("/cases?q={}&guide={}&state={}&after={}~{}", parameter("q"), guide, state,
                                   heads.back().changed_at, heads.back().id));
  }
  TemplateValue guides = TemplateValue::list();
  for (const std::string& id : content_->guides()) {
    guides.add(TemplateValue::record()
                   .set("id", id)
                   .set("title", content_->pack_of(id)->guide(id)->title)
                   .set("chosen", id == guide));
  }
  values.set("guides", std::move(guides)).set("query", parameter("q")).set("state", state);
  values.set("cases", heads_of(heads));
  return page(200, "cases.html", TemplateValue::record().set("page", std::move(values)), "cases");
}

web::Response AgentCall::case_page(const std::string& id) {
  Result<CaseReading> reading = desk_.view(id);
  if (!reading.ok()) return failure(reading.error());
  if (reading.value().problem) return problem_of(*reading.value().problem);
  const CaseView& view = *reading.value().found;
  CasePage frame = case_frame();
  std::uint64_t nth = 0;
  for (const char c : parameter("nth").substr(0, 6)) {
    if (c >= '0' && c <= '9') nth = nth * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (const std::string step = parameter("step"); !step.empty())
    frame.focus = focus_of_address(view, step, nth);
  if (parameter("kept") == "remark") frame.status = "The remark is kept: it stands in the notes.";
  if (parameter("kept") == "rating") frame.status = "Thank you: what you said is kept.";
  const PageValues shown = case_values(view, frame);
  return page(200, shown.page, shown.values, "case");
}

web::Response AgentCall::part_of_case(const std::string& id, const std::string& part) {
  Result<CaseReading> reading = desk_.view(id);
  if (!reading.ok()) return failure(reading.error());
  if (reading.value().problem) return problem_of(*reading.value().problem);
  const CaseView& view = *reading.value().found;
  if (part == "notes") {
    const std::string format = parameter("format");
    return format.empty() ? notes_page(view) : notes_bytes(view, format);
  }
  if (part == "message") return message_bytes(view);
  if (part == "next") return next_page(view);
  if (part == "tree") return tree_page(view);
  if (part == "tree.svg") return tree_drawing(view);
  if (part == "changes") return changes_page(view);
  return missing();
}

web::Response AgentCall::next_page(const CaseView& view) {
  TemplateValue values = new_page("next", "What narrows it down most");
  values.set("id", view.head.id).set("ranked", ranked_values(view, [&view](const WalkFocus& focus) {
                                       return case_address(view, focus);
                                     }));
  return page(200, "next.html", TemplateValue::record().set("page", std::move(values)), "next");
}

web::Response AgentCall::notes_page(const CaseView& view) {
  TemplateValue values = new_page("notes", "Case notes");
  TemplateValue forms = TemplateValue::list();
  const auto add = [&](Audience audience, std::string_view name, std::string_view title,
                       std::string_view hint) {
    forms.add(TemplateValue::record()
                  .set("name", name)
                  .set("title", title)
                  .set("hint", hint)
                  .set("audience", name)
                  .set("text", case_notes(notes_of(view, audience), NotesFormat::Markdown)));
  };
  add(Audience::Agent, "agent", "For agents", "With rules, evidence and remarks.");
  add(Audience::Customer, "customer", "For the customer", "Without rules, remarks and internal facts.");
  values.set("id", view.head.id).set("forms", std::move(forms));
  return page(200, "notes.html", TemplateValue::record().set("page", std::move(values)), "notes");
}

web::Response AgentCall::notes_bytes(const CaseView& view, std::string_view format) {
  const Audience audience = parameter("audience") == "customer" ? Audience::Customer : Audience::Agent;
  const CaseNotes notes = notes_of(view, audience);
  if (format == "markdown")
    return download("notes.md", "text/markdown", case_notes(notes, NotesFormat::Markdown));
  if (format == "html") return download("notes.html", "text/html", case_notes(notes, NotesFormat::Html));
  if (format == "text") return download("notes.txt", "text/plain", case_notes(notes, NotesFormat::Text));
  return missing();
}

web::Response AgentCall::message_bytes(const CaseView& view) {
  const std::string format = parameter("format");
  if (format == "markdown")
    return download("message.md", "text/markdown", customer_message(view, NotesFormat::Markdown));
  if (format == "html")
    return download("message.html", "text/html", customer_message(view, NotesFormat::Html));
  if (format == "text")
    return download("message.txt", "text/plain", customer_message(view, NotesFormat::Text));
  return missing();
}

web::Response AgentCall::tree_page(const CaseView& view) {
  TemplateValue values = new_page("tree", "The tree, with this walk");
  values.set("back", "/cases/" + view.head.id).set("picture", "/cases/" + view.head.id + "/tree.svg");
  values.set("picture_words",
             "The tree of the guide; the steps of this walk are listed on the page of the case");
  return page(200, "shown.html", TemplateValue::record().set("page", std::move(values)), "tree");
}

web::Response AgentCall::tree_drawing(const CaseView& view) {
  const Guide& guide = *view.pack->guide(view.head.guide);
  GuideGraph graph = graph_guide(StepGraph(*view.pack), *view.pack, guide);
  WalkedEdges walked;
  add_walks(walked, view.walk.resolution, guide.id);
  graph.walks = "this case";
  draw_walks(graph, walked);
  Result<std::string> drawing = render_svg(graph);
  if (!drawing.ok()) return failure(drawing.error());
  // A drawing has its style in itself.
  return {200,
          "image/svg+xml",
          {{"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"}},
          std::move(drawing).value(),
          "tree"};
}

}  // namespace tsg
