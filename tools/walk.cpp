// SPDX-License-Identifier: MIT
#include "tools/walk.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/pack_files.h"
#include "renderers/difference.h"
#include "tools/desk/desk.h"
#include "tools/desk/desk_store.h"
#include "tools/desk/event_value.h"
#include "tools/desk/kept_facts.h"
#include "tools/given_answers.h"
#include "tools/say_errors.h"
#include "tools/walk_screen.h"

namespace tsg {

namespace {

constexpr std::size_t longest_line = 64U << 10U;

enum class Going : std::uint8_t { On, Ended };

class Walk {
 public:
  Walk(Desk& desk, const WalkCommand& command, const Console& console)
      : desk_(desk), command_(command), console_(console), terminal_(isatty(STDIN_FILENO) != 0) {}

  ExitCode run(std::shared_ptr<const CaseView> view) {
    view_ = std::move(view);
    focus_ = open_focus(*view_);
    show(answers_screen(*view_, options()));
    show_focus();
    std::string line;
    while (code_ == ExitCode::Done && read_line(line)) {
      if (obey(read_walk_line(line, command_.keys)) == Going::Ended) break;
    }
    if (code_ == ExitCode::Done && !command_.notes.empty())
      code_ = console_.deliver(notes(command_.notes_audience, command_.notes_format), command_.notes);
    console_.say(fmt::format("kept: go on with `tsg walk --resume {}`", view_->head.id));
    return code_;
  }

 private:
  TerminalOptions options() const {
    const int width = command_.width > 0 ? command_.width : console_.width();
    return {.width = static_cast<std::size_t>(width), .colour = console_.output_colour()};
  }

  void show(const std::string& text) {
    if (console_.deliver(text, "") != ExitCode::Done) code_ = ExitCode::Machine;
  }

  void show_focus() {
    show(focus_.step.empty() ? end_screen(*view_, options()) : question_screen(*view_, focus_, options()));
  }

  bool read_line(std::string& line) {
    if (terminal_) show("\n> ");
    if (!std::getline(std::cin, line)) return false;
    if (line.size() <= longest_line) return true;
    wrong(fmt::format("a line holds at most {} bytes", longest_line), "");
    return false;
  }

  // In a script nothing may go on behind a command that was not obeyed.
  void wrong(std::string message, std::string help) {
    console_.say(HostError{std::move(message), std::move(help)});
    if (!terminal_) code_ = ExitCode::Usage;
  }

  Going obey(const WalkLine& line) {
    switch (line.verb) {
      case WalkVerb::Nothing:
        return Going::On;
      case WalkVerb::Number:
        answer_number(line);
        return Going::On;
      case WalkVerb::Option:
        answer(line.argument, line.reason);
        return Going::On;
      case WalkVerb::Unknown:
        set_aside();
        return Going::On;
      case WalkVerb::Back:
        back();
        return Going::On;
      case WalkVerb::Undo:
        act({.kind = SessionEventKind::Undone});
        return Going::On;
      case WalkVerb::Go:
        go(line.argument);
        return Going::On;
      case WalkVerb::Set:
        set(line.argument);
        return Going::On;
      case WalkVerb::Remark:
        remark(line.argument);
        return Going::On;
      case WalkVerb::Facts:
        renew_facts(line.argument);
        return Going::On;
      case WalkVerb::Rate:
        rate(line.argument);
        return Going::On;
      case WalkVerb::Why:
      case WalkVerb::Evidence:
      case WalkVerb::Answers:
      case WalkVerb::Notes:
      case WalkVerb::Message:
      case WalkVerb::Next:
      case WalkVerb::Help:
        look(line.verb);
        return Going::On;
      case WalkVerb::Quit:
        return Going::Ended;
    }
    return Going::On;
  }

  void look(WalkVerb verb) {
    if (verb == WalkVerb::Why) show(why_screen(*view_, focus_, options()));
    if (verb == WalkVerb::Evidence) show(evidence_screen(*view_, options()));
    if (verb == WalkVerb::Answers) show(answers_screen(*view_, options()));
    if (verb == WalkVerb::Notes) show(notes(Audience::Agent, NotesFormat::Markdown));
    if (verb == WalkVerb::Message) show(message());
    if (verb == WalkVerb::Next) show(next_screen(*view_, options()));
    if (verb == WalkVerb::Help) show(walk_help(command_.keys));
  }

  std::string notes(Audience audience, NotesFormat format) const {
    return case_notes(notes_of(*view_, audience), format);
  }

  std::string message() const {
    const std::string text = customer_message(*view_, NotesFormat::Text);
    return text.empty() ? "There is no outcome to tell of yet.\n" : text;
  }

  void answer_number(const WalkLine& line) {
    const Step* step = step_of(*view_, focus_);
    if (step == nullptr) return wrong("there is no question to answer", "`go STEP` looks at one again");
    if (line.number == 0 || line.number > step->options.size())
      return wrong(fmt::format("there is no answer {}", line.number),
                   fmt::format("choose 1 to {}, or `unknown`", step->options.size()));
    answer(step->options[line.number - 1].id, line.reason);
  }

  void answer(const std::string& option, const std::string& reason) {
    const Step* step = step_of(*view_, focus_);
    if (step == nullptr) return wrong(fmt::format("`{}` is no command", option), "`help` lists them");
    if (step->edge(option) == nullptr)
      return wrong(fmt::format("`{}` is neither a command nor an answer of `{}`", option, step->id),
                   "`help` lists the commands");
    act({.kind = SessionEventKind::Answered,
         .step = focus_.step,
         .subject = focus_.subject,
         .option = option,
         .reason = reason});
  }

  void set_aside() {
    if (focus_.step.empty()) return wrong("there is no question to set aside", "");
    act({.kind = SessionEventKind::SetAside, .step = focus_.step, .subject = focus_.subject});
  }

  void set(const std::string& assignment) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || focus_.step.empty())
      return wrong("no value is set so", "write `set NAME=VALUE` at the step that asks for it");
    act({.kind = SessionEventKind::InputGiven,
         .step = focus_.step,
         .name = assignment.substr(0, equals),
         .value = event_text_of(Value(assignment.substr(equals + 1)))});
  }

  void remark(const std::string& text) {
    if (text.empty()) return wrong("an empty remark", "write `remark TEXT`");
    act({.kind = SessionEventKind::Noted, .text = text});
  }

  void rate(const std::string& argument) {
    const std::size_t end = std::min(argument.find(' '), argument.size());
    const std::string word = argument.substr(0, end);
    if (word != "helped" && word != "not")
      return wrong("a rating is `helped` or `not`", "write `rate helped`");
    std::string what = focus_.step;
    if (what.empty() && !view_->walk.resolution.outcomes.empty())
      what = to_text(view_->walk.resolution.outcomes.front().target);
    act({.kind = SessionEventKind::Rated,
         .step = what,
         .subject = focus_.subject,
         .option = word,
         .text = end < argument.size() ? argument.substr(end + 1) : ""});
  }

  void renew_facts(const std::string& path) {
    if (path.empty()) return wrong("which facts?", "write `facts PATH`: a file or a folder");
    KeptFacts facts =
        keep_facts(*view_->content, view_->head.guide, {.sources = {path}, .now = command_.now});
    console_.say(facts.diagnostics);
    if (facts.refused) return wrong("the facts stay as they were", "");
    act({.kind = SessionEventKind::FactsGiven, .facts = std::move(facts.documents)});
    if (code_ != ExitCode::Done) return;
    const Result<std::optional<ResolutionDifference>> changed = desk_.changes(*view_, Audience::Agent);
    if (changed.ok() && changed.value()) show(difference_terminal(*changed.value(), options()));
  }

  // The step before the one that is looked at, as the walk went.
  void back() {
    const WalkFocus before = focus_before(*view_, focus_);
    if (before.step.empty()) return wrong("this is the first question", "");
    focus_ = before;
    show_focus();
  }

  void go(const std::string& place) {
    const std::size_t bracket = place.find('[');
    WalkFocus wanted = {place.substr(0, bracket), {}};
    if (bracket != std::string::npos && place.ends_with(']'))
      wanted.subject = place.substr(bracket + 1, place.size() - bracket - 2);
    const Visit* visit = find_visit(view_->walk.resolution, wanted.step, wanted.subject);
    if (visit == nullptr)
      return wrong(fmt::format("the walk did not come to a step `{}`", wanted.step),
                   "`answers` lists the steps");
    focus_ = {wanted.step, wanted.subject.empty() ? visit->subject : wanted.subject};
    show_focus();
  }

  void act(SessionEvent event) {
    const bool stays = event.kind == SessionEventKind::Noted || event.kind == SessionEventKind::Rated;
    const Result<CaseReading> done = desk_.act(view_->head.id, std::move(event));
    if (!done.ok()) {
      console_.say(done.error());
      code_ = ExitCode::Machine;
      return;
    }
    if (const auto& problem = done.value().problem) {
      // The same command with a reason is the way on, so that nothing is overridden by accident.
      const bool reason = problem->kind == CaseProblemKind::NeedsReason;
      return wrong(problem->message, reason ? "write it behind the answer: `2 because ...`" : problem->help);
    }
    view_ = done.value().found;
    if (stays) return console_.say("noted");
    focus_ = open_focus(*view_);
    show_focus();
  }

  Desk& desk_;
  const WalkCommand& command_;
  const Console& console_;
  bool terminal_;
  std::shared_ptr<const CaseView> view_ = {};
  WalkFocus focus_ = {};
  ExitCode code_ = ExitCode::Done;
};

ExitCode problem_of(const CaseProblem& problem, const Console& console) {
  console.say(HostError{problem.message, problem.help});
  return problem.kind == CaseProblemKind::WrongFacts ? ExitCode::Unreadable : ExitCode::Usage;
}

struct Begun {
  ExitCode code = ExitCode::Done;
  std::shared_ptr<const CaseView> view = {};
};

Begun take(const Result<CaseReading>& reading, const Console& console) {
  if (!reading.ok()) return console.say(reading.error()), Begun{ExitCode::Machine, {}};
  if (reading.value().problem) return {problem_of(*reading.value().problem, console), {}};
  return {ExitCode::Done, reading.value().found};
}

Begun begin(Desk& desk, const WalkCommand& command, const Console& console) {
  if (!command.resume.empty()) return take(desk.view(command.resume), console);
  const std::shared_ptr<const DeskContent> content = desk.content();
  const std::shared_ptr<const Pack> pack = content->pack_of(command.guide);
  GivenAnswers given = read_given_answers({command.answers, command.inputs, "", command.reason}, *pack,
                                          *pack->guide(command.guide), console);
  if (given.code != ExitCode::Done) return {given.code, {}};
  KeptFacts facts = keep_facts(*content, command.guide, {.sources = command.facts, .now = command.now});
  console.say(facts.diagnostics);
  if (facts.refused) return {ExitCode::Unreadable, {}};
  return take(desk.open_case({.guide = command.guide,
                              .facts = std::move(facts.documents),
                              .now = command.now,
                              .label = command.label,
                              .answers = std::move(given.answers)}),
              console);
}

// The guide that is to be opened: the one named, or that of the case which goes on.
Result<std::string> guide_to_open(const WalkCommand& command, SessionStore& store) {
  if (command.resume.empty()) return command.guide;
  Result<std::optional<SessionHead>> head = store.head(command.resume);
  if (!head.ok()) return head.error();
  if (!head.value())
    return HostError{fmt::format("there is no case `{}`", command.resume), "`tsg sessions list` shows them"};
  return head.value()->guide;
}

bool names_unknown_guide(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& each) { return each.code == codes::guide_unknown; });
}

}  // namespace

ExitCode walk(const WalkCommand& command, const Console& console) {
  if (command.guide.empty() == command.resume.empty()) {
    console.say(HostError{"a walk is of a GUIDE, or goes on with --resume ID", "see `tsg walk --help`"});
    return ExitCode::Usage;
  }
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root.ok()) return console.say(root.error()), ExitCode::Unreadable;
  Result<SessionStore> store = open_desk_store(command.store);
  if (!store.ok()) return console.say(store.error()), ExitCode::Machine;
  SessionStore sessions = std::move(store).value();
  const Result<std::string> guide = guide_to_open(command, sessions);
  if (!guide.ok()) return console.say(guide.error()), ExitCode::Usage;
  std::shared_ptr<const DeskContent> content = DeskContent::open(root.value(), guide.value());
  say_errors(content->diagnostics(), console);
  if (content->pack_of(guide.value()) == nullptr)
    return names_unknown_guide(content->diagnostics()) ? ExitCode::Usage : ExitCode::Unreadable;
  Desk desk(std::move(content), sessions);
  Begun begun = begin(desk, command, console);
  if (begun.code != ExitCode::Done) return begun.code;
  return Walk(desk, command, console).run(std::move(begun.view));
}

}  // namespace tsg
