// SPDX-License-Identifier: MIT
#include "renderers/case_notes.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/desk/open_desk.h"

using namespace tsg;

namespace {

CaseNotes hostile_notes(const std::string& value) {
  CaseNotes notes;
  notes.guide.title = value;
  notes.guide.id = "g";
  notes.guide.outcomes.push_back({.title = value, .subjects = {value}});
  ComposedStep step = {.question = value, .state = StepState::Answered, .answered_by = AnsweredBy::Agent};
  step.answer = value;
  step.reason = value;
  step.evidence.push_back({.path = value, .value = value, .gathered_at = value});
  notes.guide.path.push_back({.steps = {step}});
  notes.dropped.push_back({value, value, value});
  notes.remarks = {value};
  return notes;
}

std::size_t count(const std::string& text, char c) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

}  // namespace

TEST_CASE("notes say who answered, by what, and where it led") {
  OpenDesk open;
  const auto view = open.open(gateway_guide, {lab_facts});
  const std::string notes = case_notes(notes_of(*view, Audience::Agent), NotesFormat::Markdown);
  for (const char* part : {"# Case notes: Application Gateway answers 502", "version 1.0.0",
                           "**Found**: A network security group", "rules/application-gateway/backend-nsg.lua",
                           "deny-everything-else", "facts as of 2026-03-04T09:30:00Z"}) {
    INFO(notes);
    CHECK(notes.find(part) != std::string::npos);
  }
}

TEST_CASE("a customer's notes name neither rules nor what is internal") {
  OpenDesk open;
  const auto view = open.open(gateway_guide, {lab_facts});
  open.act(view->head.id, {.kind = SessionEventKind::Noted, .text = "between us"});
  const auto noted = OpenDesk::found(open.desk().view(view->head.id));
  for (const NotesFormat format : {NotesFormat::Markdown, NotesFormat::Html, NotesFormat::Text}) {
    const std::string notes = case_notes(notes_of(*noted, Audience::Customer), format);
    CHECK(notes.find(".lua") == std::string::npos);
    CHECK(notes.find("between us") == std::string::npos);
    CHECK(notes.find("security group") != std::string::npos);
  }
}

TEST_CASE("no value makes another line, element or list of the notes") {
  const CaseNotes plain = hostile_notes("x");
  const std::string plain_html = case_notes(plain, NotesFormat::Html);
  const std::string plain_text = case_notes(plain, NotesFormat::Text);
  const std::string plain_markdown = case_notes(plain, NotesFormat::Markdown);
  for (const char* value : {"<script>alert(1)</script>", "a\nb\r\n# c", "- x\n- y", "**b**", "`a`",
                            "[a](javascript:x)", "\x1b[31mred", "</li></ul>", "&lt;", "1. one", "| a | b |",
                            "\xe2\x80\xae"
                            "abc",
                            "```\ncode"}) {
    INFO(value);
    const CaseNotes hostile = hostile_notes(value);
    const std::string html = case_notes(hostile, NotesFormat::Html);
    CHECK(count(html, '<') == count(plain_html, '<'));
    CHECK(count(case_notes(hostile, NotesFormat::Text), '\n') == count(plain_text, '\n'));
    CHECK(count(case_notes(hostile, NotesFormat::Markdown), '\n') == count(plain_markdown, '\n'));
    CHECK(case_notes(hostile, NotesFormat::Text).find('\x1b') == std::string::npos);
  }
}
