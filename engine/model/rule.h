// SPDX-License-Identifier: MIT
// Rules as the loader finds them, the contract each one declares, and the seam through which they are run.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/facts.h"
#include "engine/model/verdict.h"

namespace tsg {

// A Lua file of a rule domain: a rule, or with is_module a shared module ("lib.topology").
struct RuleSource {
  std::string domain = {};
  std::string id = {};  // the file's stem; of a module "lib.topology"
  bool is_module = false;
  std::string file = {};
  std::string text = {};
  bool operator==(const RuleSource&) const = default;
};

// How a file of the domain `asking` requires the module: "lib.topology" of its own, else "<domain>.topology".
inline std::string module_name(const RuleSource& module, std::string_view asking) {
  constexpr std::string_view own = "lib";
  return module.domain == asking ? module.id : module.domain + module.id.substr(own.size());
}

// What a rule promises. The engine holds it to its word at run time.
struct RuleContract {
  std::string name = {};  // "domain/id"
  std::string file = {};
  std::vector<std::string> answers = {};
  std::vector<std::string> reads = {};                            // path prefixes without []
  std::map<std::string, std::vector<std::string>> provides = {};  // answer -> names of the values it gives
  std::map<std::string, std::string> lowered = {};  // value name -> reason why it carries a lower class
  DataClass data_class = DataClass::Public;         // the highest class under `reads`
  bool operator==(const RuleContract&) const = default;
};

// What the message of an Error verdict holds when a rule broke its contract: by these words such an Error is
// told from others.
namespace broken_contract {
inline constexpr std::string_view reads = "which is not under `reads`";
inline constexpr std::string_view undeclared = "the catalogue does not declare";
inline constexpr std::string_view answers = "which is not among `answers`";
inline constexpr std::string_view provides = "which `provides` promises";
}  // namespace broken_contract

enum class Trace : std::uint8_t { Off, On };

// Runs rules over facts. One runner belongs to one thread; the rules and catalogues it was made from must
// outlive it.
class RuleRunner {
 public:
  virtual ~RuleRunner() = default;
  // `subject` is empty outside a fork. Never throws: a rule that breaks gives a Verdict of kind Error.
  virtual Verdict run(std::string_view rule, const Facts& facts, std::string_view subject, Trace trace) = 0;
  // Null when no rule of that name was compiled.
  virtual const RuleContract* contract(std::string_view rule) const = 0;
};

}  // namespace tsg
