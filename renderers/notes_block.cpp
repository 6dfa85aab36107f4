// SPDX-License-Identifier: MIT
#include "renderers/notes_block.h"

#include <fmt/format.h>

#include "renderers/words.h"

namespace tsg {

namespace {

NotesPiece plain(std::string text) {
  return {std::move(text), NotesInk::Plain};
}
NotesPiece own(std::string text) {
  return {std::move(text), NotesInk::Own};
}
NotesPiece strong(std::string text) {
  return {std::move(text), NotesInk::Strong};
}
NotesPiece code(std::string text) {
  return {std::move(text), NotesInk::Code};
}

void append_subjects(std::vector<NotesPiece>& line, std::string subjects) {
  line.insert(line.end(), {own(" (for "), plain(std::move(subjects)), own(")")});
}

class NotesMaker {
 public:
  explicit NotesMaker(const CaseNotes& notes) : notes_(notes), guide_(notes.guide) {}

  std::vector<NotesBlock> make() {
    add(NotesBlockKind::Title, {own("Case notes: "), plain(guide_.title)});
    paragraph({plain(provenance(guide_))});
    if (!guide_.digest.empty()) paragraph({own("Content "), code(guide_.digest.substr(0, digest_shown))});
    result();
    for (const ComposedBranch& branch : guide_.path) steps(branch);
    open();
    answers("Answered with \"don't know\"", notes_.unknown);
    answers("Answers that no longer apply", notes_.dropped);
    if (guide_.audience == Audience::Agent) remarks();
    return std::move(blocks_);
  }

 private:
  static constexpr std::size_t digest_shown = 12;

  void add(NotesBlockKind kind, std::vector<NotesPiece> pieces, std::size_t number = 0) {
    blocks_.push_back({kind, std::move(pieces), number});
  }
  void heading(std::string text) { add(NotesBlockKind::Heading, {own(std::move(text))}); }
  void paragraph(std::vector<NotesPiece> pieces) { add(NotesBlockKind::Paragraph, std::move(pieces)); }
  void item(std::vector<NotesPiece> pieces) { add(NotesBlockKind::Item, std::move(pieces)); }
  void detail(std::vector<NotesPiece> pieces) { add(NotesBlockKind::Detail, std::move(pieces)); }

  void result() {
    heading("Result");
    paragraph({plain(result_sentence(guide_))});
    for (const std::string& error : guide_.errors) item({strong("Error"), own(": "), plain(error)});
    for (const ComposedOutcome& outcome : guide_.outcomes) {
      std::vector<NotesPiece> line = {strong(std::string(words_of_outcome(outcome).word)), own(": "),
                                      plain(outcome.title)};
      if (!outcome.subjects.empty()) append_subjects(line, names(outcome.subjects));
      item(std::move(line));
      if (outcome.provisional) detail({plain(waits_note(outcome))});
    }
    for (const ComposedCheck& check : guide_.checks) {
      item({strong("Found by a check"), own(": "), plain(check.title)});
      evidence(check.evidence);
    }
  }

  void evidence(const std::vector<ComposedEvidence>& all) {
    for (const ComposedEvidence& each : all) {
      std::vector<NotesPiece> line = {code(each.path), own(" = "), code(each.value)};
      if (!each.subject.empty()) line.insert(line.begin(), {plain(each.subject), own(": ")});
      if (!each.gathered_at.empty()) line.insert(line.end(), {own(", gathered "), plain(each.gathered_at)});
      detail(std::move(line));
    }
  }

  void needs(const std::vector<ComposedNeed>& all) {
    for (const ComposedNeed& need : all) {
      std::vector<NotesPiece> line = {own("Not known: "), code(need.path)};
      if (const std::string why = need_detail(need); !why.empty())
        line.insert(line.end(), {own(", "), plain(why)});
      if (!need.command.empty()) {
        line.push_back(own("; gather with "));
        line.push_back(code(need.command));
      }
      detail(std::move(line));
    }
  }

  void steps(const ComposedBranch& branch) {
    if (branch.steps.empty()) return;
    add(NotesBlockKind::Heading, branch.subjects.empty()
                                     ? std::vector{own("Steps")}
                                     : std::vector{own("Steps for "), plain(names(branch.subjects))});
    std::size_t number = 0;
    for (const ComposedStep& step : branch.steps) write_step(step, ++number);
  }

  void write_step(const ComposedStep& step, std::size_t number) {
    std::vector<NotesPiece> line = {plain(step.question), own(" ")};
    if (step.answer.empty()) {
      line.push_back(strong(std::string(words_of(step.state).word)));
    } else {
      line.push_back(strong(step.answer));
    }
    if (!step.subjects.empty()) line.insert(line.end(), {own(": "), plain(names(step.subjects))});
    if (const std::string by = answered_by(step); !by.empty())
      line.insert(line.end(), {own(" ("), plain(by), own(")")});
    add(NotesBlockKind::Numbered, std::move(line), number);
    if (step.provisional) detail({plain("Provisional: a question before this one is open.")});
    if (const std::string note = override_note(step); !note.empty()) detail({plain(note)});
    if (!step.message.empty()) detail({plain(step.message)});
    evidence(step.evidence);
  }

  void open() {
    if (guide_.open.empty() && guide_.open_checks.empty()) return;
    heading("Still open");
    for (const ComposedOpen& each : guide_.open) {
      std::vector<NotesPiece> line = {plain(each.question)};
      if (!each.subjects.empty()) append_subjects(line, names(each.subjects));
      if (!each.inputs.empty()) line.push_back(own(": to be given by hand"));
      item(std::move(line));
      for (const std::string& input : each.inputs) detail({own("Value "), code(input)});
      needs(each.needs);
      needs(each.any_of);
    }
    for (const ComposedOpenCheck& check : guide_.open_checks) {
      item({own("Not decided: "), plain(heading_of(check))});
      needs(check.needs);
      needs(check.any_of);
    }
  }

  void answers(std::string title, const std::vector<NotedAnswer>& all) {
    if (all.empty()) return;
    heading(std::move(title));
    for (const NotedAnswer& each : all) {
      std::vector<NotesPiece> line = {plain(each.question)};
      if (!each.subject.empty()) append_subjects(line, each.subject);
      if (!each.answer.empty()) line.insert(line.end(), {own(" "), strong(each.answer)});
      item(std::move(line));
    }
  }

  void remarks() {
    if (notes_.remarks.empty()) return;
    heading("Remarks");
    for (const std::string& remark : notes_.remarks) item({plain(remark)});
  }

  const CaseNotes& notes_;
  const ComposedGuide& guide_;
  std::vector<NotesBlock> blocks_ = {};
};

}  // namespace

std::vector<NotesBlock> notes_blocks(const CaseNotes& notes) {
  return NotesMaker(notes).make();
}

}  // namespace tsg
