// SPDX-License-Identifier: MIT
#include "engine/loader/facts_intake.h"

#include <fmt/format.h>

#include <optional>

#include "engine/diagnostics/facts_codes.h"
#include "engine/loader/facts_sources.h"
#include "engine/loader/scalar_cell.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/excerpt.h"
#include "engine/text/rfc3339.h"

namespace tsg {

namespace {

constexpr std::string_view gathered_key = "_gathered";
constexpr std::string_view keep_one = "keep one; until then it reads as Unknown";
constexpr std::size_t claims_shown = 20;  // of one text: each is found by walking it again

// A member of an object as text, ignoring case; empty when it is absent or no string.
std::string text_member(simdjson::dom::object object, std::string_view name) {
  for (const auto [key, value] : object) {
    if (equal_ignoring_case(key, name) && value.is_string())
      return std::string(value.get_string().value_unsafe());
  }
  return {};
}

}  // namespace

FactsIntake::FactsIntake(const Catalogue& catalogue) : catalogue_(&catalogue), filler_(catalogue) {}

void FactsIntake::begin(Facts& facts) {
  facts_ = &facts;
  texts_used_ = 0;
  claims_.assign(catalogue_->documents.size(), Claim{});
  claimed_twice_.clear();
  filler_.begin(facts);
}

const JsonText* FactsIntake::parse(std::string_view file, std::string_view bytes, Diagnostics& diagnostics) {
  if (texts_used_ == texts_.size()) texts_.push_back(std::make_unique<JsonText>());
  JsonText& text = *texts_[texts_used_++];
  return text.parse(file, bytes, diagnostics) ? &text : nullptr;
}

bool FactsIntake::take_documents(const JsonText& text, Diagnostics& diagnostics) {
  if (!text.root().is_object()) {
    const ByteRange range = text.locate({});
    diagnostics.push_back(
        JsonText::diagnose(text.source(), codes::facts_no_documents, range,
                           fmt::format("the text is {}, not an object whose members are documents",
                                       name_of(json_kind(text.root()))),
                           "say which document it is: `--facts KEY=FILE`"));
    return false;
  }
  filler_.begin_text();
  JsonStep step;
  const simdjson::dom::object documents = text.root().get_object().value_unsafe();
  for (const auto [key, value] : documents) {
    take_member(text, key, value, step);
    ++step.ordinal;
  }
  return finish(text, diagnostics);
}

void FactsIntake::take_member(const JsonText& text, std::string_view key, simdjson::dom::element value,
                              JsonStep step) {
  const std::uint32_t document = filler_.document_named(key);
  if (document != no_column) {
    if (claim(document, {&text, step, false})) filler_.fill_document(document, value, &step);
  } else if (key == gathered_key) {
    filler_.enter(step);
    take_gatherings(value);
    filler_.leave();
  } else if (!key.starts_with('_') && !key.starts_with('$')) {
    report_unknown(key, step);
  }
}

bool FactsIntake::take_document(std::uint32_t document, const JsonText& text, Diagnostics& diagnostics) {
  filler_.begin_text();
  if (claim(document, {&text, {}, true})) filler_.fill_document(document, text.root(), nullptr);
  return finish(text, diagnostics);
}

void FactsIntake::forget_document(std::string_view key) {
  const std::uint32_t document = filler_.document_named(key);
  if (document == no_column) return;
  claims_[document] = {};
  facts_->cell(catalogue_->documents[document].node, 0) = {};
}

bool FactsIntake::claim(std::uint32_t document, const Claim& claim) {
  Claim& first = claims_[document];
  if (first.text == nullptr) {
    first = claim;
    return true;
  }
  filler_.mark_conflict(document);
  std::string message = fmt::format("the document `{}` is given twice", catalogue_->documents[document].key);
  if (first.text == claim.text && !first.whole && !claim.whole) {
    filler_.report(codes::facts_duplicate, std::move(message), std::string(keep_one), claim.step,
                   &first.step);
  } else if (claimed_twice_.size() < claims_shown) {
    Diagnostic found = JsonText::diagnose(claim.text->source(), codes::facts_duplicate, place_of(claim).range,
                                          std::move(message), std::string(keep_one));
    found.notes.push_back({"it is given here first", place_of(first)});
    claimed_twice_.push_back(std::move(found));
  }
  return false;
}

Place FactsIntake::place_of(const Claim& claim) const {
  const std::uint32_t way[] = {claim.step.ordinal};
  const std::span<const std::uint32_t> all(way);
  return claim.text->source().place(claim.text->locate(claim.whole ? all.first(0) : all));
}

void FactsIntake::report_unknown(std::string_view key, JsonStep step) {
  filler_.report(codes::facts_unknown_document,
                 fmt::format("no catalogue declares a document `{}`", excerpt(key)),
                 document_help(*catalogue_, key), step);
}

void FactsIntake::take_gathering(const JsonText& text, Diagnostics& diagnostics) {
  filler_.begin_text();
  take_gatherings(text.root());
  finish(text, diagnostics);
}

// {"backendHealth": {"at": "2026-11-20T11:59:00Z", "command": "az ...", "tool": "azure-cli 2.66"}}
void FactsIntake::take_gatherings(simdjson::dom::element value) {
  if (!value.is_object()) {
    filler_.report(codes::facts_gathered, "the notes on gathering are no object whose members are documents",
                   "write {\"KEY\": {\"at\": \"2026-11-20T11:59:00Z\", \"command\": \"...\"}}", {});
    return;
  }
  JsonStep step;
  const simdjson::dom::object notes = value.get_object().value_unsafe();
  for (const auto [key, member] : notes) {
    const std::uint32_t document = filler_.document_named(key);
    if (document == no_column) {
      report_unknown(key, step);
    } else if (member.is_object()) {
      take_gathering_of(document, member.get_object().value_unsafe(), step);
    }
    ++step.ordinal;
  }
}

void FactsIntake::take_gathering_of(std::uint32_t document, simdjson::dom::object value, JsonStep step) {
  Gathering gathering;
  gathering.at = text_member(value, "at");
  gathering.command = text_member(value, "command");
  gathering.tool = text_member(value, "tool");
  if (!gathering.at.empty() && !parse_rfc3339(gathering.at)) {
    filler_.report(codes::facts_gathered,
                   fmt::format("`{}` is no time: it is not known when `{}` was gathered",
                               excerpt(gathering.at), catalogue_->documents[document].key),
                   "write RFC 3339: `2026-11-20T11:59:00Z`", step);
    gathering.at.clear();
  }
  facts_->set_gathering(document, std::move(gathering));
}

// Gives the problems of a text their places.
bool FactsIntake::finish(const JsonText& text, Diagnostics& diagnostics) {
  diagnostics.insert(diagnostics.end(), claimed_twice_.begin(), claimed_twice_.end());
  claimed_twice_.clear();
  if (filler_.problems().empty() && !filler_.overfull()) return true;
  const Source source = text.source();
  for (const FactsProblem& problem : filler_.problems()) {
    Diagnostic found =
        JsonText::diagnose(source, problem.code, text.locate(problem.way), problem.message, problem.help);
    if (!problem.first.empty()) {
      found.notes.push_back({"it is given here first", source.place(text.locate(problem.first))});
    }
    diagnostics.push_back(std::move(found));
  }
  if (filler_.problems_left_out() > 0) {
    diagnostics.push_back(make_diagnostic(
        codes::facts_more_problems, {text.file(), {}, 0, 0},
        fmt::format("{} more problems of this text are not shown", filler_.problems_left_out()),
        "mend those that are"));
  }
  if (filler_.overfull()) {
    diagnostics.push_back(
        make_diagnostic(codes::facts_limits, {text.file(), {}, 0, 0},
                        fmt::format("the facts have more than {} values", limits::facts_cells),
                        "leave out what is not needed"));
  }
  return !filler_.overfull();
}

}  // namespace tsg
