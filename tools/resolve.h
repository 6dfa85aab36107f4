// SPDX-License-Identifier: MIT
// `tsg resolve`: a guide over facts, rendered.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/composer/compose.h"
#include "engine/loader/facts_binding.h"
#include "tools/batch_record.h"
#include "tools/console.h"
#include "tools/fail_on.h"
#include "tools/output_format.h"

namespace tsg {

enum class EvidenceDetail : std::uint8_t { Usual, All };

struct ResolveCommand {
  std::string pack = {};  // a folder inside the pack; empty: the working folder
  std::string guide = {};
  std::vector<std::string> facts = {};
  std::string now = {};
  std::string scenario = {};              // its facts, time and answers, instead of others
  std::vector<std::string> answers = {};  // "step=option", "step[subject]=option"
  std::vector<std::string> inputs = {};   // "step.Name=value"
  std::string form = {};                  // a file with the answers of a questions form
  std::string reason = {};                // why answers override rules
  OutputFormat format = OutputFormat::Terminal;
  Audience audience = Audience::Agent;
  std::string output = {};
  FailOn fail_on = FailOn::Nothing;
  Strictness strictness = Strictness::Lenient;
  EvidenceDetail evidence = EvidenceDetail::Usual;
  int width = 0;  // 0: the terminal's
  // Of a batch alone, OutputFormat::JsonLines:
  std::size_t threads = 0;  // 0: one for each core
  RecordHtml record_html = RecordHtml::None;
  Trace record_trace = Trace::Off;
};

ExitCode resolve(const ResolveCommand& command, const Console& console);

}  // namespace tsg
