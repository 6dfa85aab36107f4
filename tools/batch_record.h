// SPDX-License-Identifier: MIT
// One document of a batch to its record: docs/batch-format.md. Made for reuse, one for each thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/composer/composed.h"
#include "engine/loader/facts_binding.h"
#include "engine/loader/facts_reader.h"
#include "engine/loader/json_lines.h"
#include "engine/text/json_writer.h"
#include "engine/tsg.h"
#include "tools/fail_on.h"
#include "tools/stoppable_rules.h"

namespace tsg {

enum class RecordHtml : std::uint8_t { None, Fragment };

struct RecordOptions {
  std::string facts_name = {};  // of the stream, in messages
  std::string now = {};         // RFC 3339; stands for the fact `now` when it is not empty
  Strictness strictness = Strictness::Lenient;
  Trace trace = Trace::Off;
  RecordHtml html = RecordHtml::None;
  Audience audience = Audience::Agent;
  FailOn fail_on = FailOn::Nothing;
};

struct RecordTally {
  std::uint64_t documents = 0;
  std::uint64_t failed = 0;    // their records have an `error`
  std::uint64_t findings = 0;  // of RecordOptions::fail_on
  void add(const RecordTally& more);
};

class BatchRecorder {
 public:
  // Borrows all of it.
  BatchRecorder(GuideResolver& resolver, const Answers& answers, const RecordOptions& options,
                const Event& ending);

  // The record of `line`, without a line end; holds until the next call.
  std::string_view record(const JsonLine& line, std::string_view text);
  const RecordTally& tally() const { return tally_; }

 private:
  bool read_facts(std::string_view text);
  void write_refusal();
  void write_resolved(const Resolution& resolution);
  void write_error(const Diagnostic& error);
  void write_problems(const Diagnostics& problems);
  void write_diagnostic(const Diagnostic& diagnostic);

  GuideResolver& resolver_;
  const Answers& answers_;
  const RecordOptions& options_;
  StoppableRules rules_;
  FactsReader reader_;
  Facts facts_;
  Diagnostics problems_ = {};
  JsonWriter json_;
  RecordTally tally_ = {};
};

}  // namespace tsg
