// SPDX-License-Identifier: MIT
#include "tools/batch_record.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/compose.h"
#include "engine/diagnostics/evaluation_codes.h"
#include "engine/diagnostics/facts_codes.h"
#include "engine/diagnostics/text_form.h"
#include "engine/loader/present_time.h"
#include "renderers/html_fragment.h"
#include "renderers/resolution_json.h"

namespace tsg {

namespace {

Diagnostic too_long(std::string_view file) {
  return make_diagnostic(codes::facts_limits, {.file = std::string(file)},
                         fmt::format("the line is longer than {} bytes", limits::facts_bytes),
                         "leave out what is not needed");
}

}  // namespace

void RecordTally::add(const RecordTally& more) {
  documents += more.documents;
  failed += more.failed;
  findings += more.findings;
}

BatchRecorder::BatchRecorder(GuideResolver& resolver, const Answers& answers, const RecordOptions& options,
                             const Event& ending)
    : resolver_(resolver),
      answers_(answers),
      options_(options),
      rules_(resolver.rules(), ending),
      reader_(resolver.catalogue()),
      facts_(resolver.catalogue()) {}

std::string_view BatchRecorder::record(const JsonLine& line, std::string_view text) {
  ++tally_.documents;
  problems_.clear();
  json_.clear();
  json_.begin_object().member("line", line.number);
  if (line.size == JsonLine::Size::TooLong) {
    problems_.push_back(too_long(options_.facts_name));
    write_refusal();
  } else if (!read_facts(text)) {
    write_refusal();
  } else {
    write_resolved(
        evaluate({resolver_.pack(), resolver_.guide(), facts_, answers_, rules_, options_.trace, version()}));
  }
  json_.end_object();
  return json_.text();
}

// False: refused, and `problems_` says why.
bool BatchRecorder::read_facts(std::string_view text) {
  facts_.clear();
  reader_.begin(facts_);
  if (!reader_.read_documents(options_.facts_name, text, problems_)) return false;
  if (!options_.now.empty()) set_present_time(facts_, options_.now);
  judge_age(facts_);
  const auto at_fault = [](const Diagnostic& each) { return each.severity != Severity::Info; };
  return options_.strictness == Strictness::Lenient ||
         std::none_of(problems_.begin(), problems_.end(), at_fault);
}

// The first error is why; in strict facts a warning may be.
void BatchRecorder::write_refusal() {
  ++tally_.failed;
  const auto is_error = [](const Diagnostic& each) { return each.severity == Severity::Error; };
  auto reason = std::find_if(problems_.begin(), problems_.end(), is_error);
  if (reason == problems_.end()) reason = problems_.begin();
  std::rotate(problems_.begin(), reason, reason + 1);
  write_error(problems_.front());
  problems_.erase(problems_.begin());
  write_problems(problems_);
}

void BatchRecorder::write_resolved(const Resolution& resolution) {
  if (is_finding(resolution, options_.fail_on)) ++tally_.findings;
  if (!resolution.errors.empty()) {
    ++tally_.failed;
    write_error(make_diagnostic(codes::rule_broke, {}, resolution.errors.front(), "mend the rule"));
  }
  std::string html;
  if (options_.html == RecordHtml::Fragment) {
    const ComposedGuide composed = compose(resolution, resolver_.pack(), {.audience = options_.audience});
    append(problems_, composed.diagnostics);
    html = render_html_fragment(composed);
  }
  write_problems(problems_);
  json_.key("resolution");
  write_resolution(json_, resolution);
  if (options_.html == RecordHtml::Fragment) json_.member("html", html);
}

void BatchRecorder::write_error(const Diagnostic& error) {
  json_.key("error");
  write_diagnostic(error);
}

void BatchRecorder::write_problems(const Diagnostics& problems) {
  if (problems.empty()) return;
  json_.key("problems").begin_array();
  for (const Diagnostic& each : problems) write_diagnostic(each);
  json_.end_array();
}

void BatchRecorder::write_diagnostic(const Diagnostic& diagnostic) {
  json_.begin_object().member("code", diagnostic.code.id).member("severity", name_of(diagnostic.severity));
  json_.member("message", diagnostic.message).member("help", diagnostic.help);
  json_.member("column", diagnostic.place.column).end_object();
}

}  // namespace tsg
