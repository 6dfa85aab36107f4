// SPDX-License-Identifier: MIT
// What a rule said about one document of facts (and one subject).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/value.h"

namespace tsg {

enum class VerdictKind : std::uint8_t { Answer, Unknown, NotApplicable, Error };
std::string_view name_of(VerdictKind kind);  // "answer", "unknown", "not-applicable", "error"

// One subject the verdict speaks of, with its own values.
struct Finding {
  std::string subject = {};
  std::vector<NamedValue> values = {};
  bool operator==(const Finding&) const = default;
};

// A fact that was missing, of another type, or too old; or that a rule asked for itself.
struct Need {
  std::string path = {};  // concrete: "backendHealth.backendAddressPools[0].backendHttpSettingsCollection"
  std::string expected = {};  // "a string"; empty when the rule named the path itself
  std::string found = {};     // "nothing", "null", "an integer", "gathered 26 h ago, allowed 24 h"
  std::vector<std::string> gather =
      {};  // the argument list that gathers its document; empty when none is declared
  bool operator==(const Need&) const = default;
};

// A fact that the rule read, in the order of first reading.
struct Evidence {
  std::string path = {};
  std::string value = {};  // as text, cut to limits::evidence_bytes with a mark; "(absent)", "(3 items)"
  DataClass data_class = DataClass::Public;
  std::string gathered_at = {};
  bool operator==(const Evidence&) const = default;
};

struct Verdict {
  VerdictKind kind = VerdictKind::Error;
  std::string option = {};  // of an Answer
  std::vector<NamedValue> values = {};
  std::vector<Finding> findings = {};
  std::vector<Need> needs = {};   // of Unknown: all of these are needed
  std::vector<Need> any_of = {};  // of Unknown: or one of these would do
  std::string message = {};       // reason of NotApplicable, message of Error
  std::string rule = {};          // "application-gateway/backend-pool-empty"
  std::string rule_file = {};
  std::uint32_t rule_line = 0;          // where the answer was given; 0 when not known
  std::vector<Evidence> evidence = {};  // empty unless the run was traced
  bool operator==(const Verdict&) const = default;
};

}  // namespace tsg
