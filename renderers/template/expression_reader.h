// SPDX-License-Identifier: MIT
// Reads what stands inside the braces of a tag:
//
//   term        page.title   "text"   'text'   42   true   false
//   comparison  term   term == term   term != term   ( condition )   not comparison
//   condition   comparison   comparison and comparison and ...   comparison or comparison or ...
//
// `and` and `or` do not mix without parentheses, and `not` stands before no bare `==`: nobody need remember
// which binds closer.
#pragma once

#include <optional>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/template/template_file.h"
#include "renderers/template/template_tree.h"

namespace tsg {

// Borrows the file and the diagnostics. After the first error every read gives nothing and says no more.
class ExpressionReader {
 public:
  ExpressionReader(const TemplateFile& file, ByteRange inner, Diagnostics& diagnostics)
      : file_(file), at_(inner.begin), end_(inner.end), inner_(inner), diagnostics_(diagnostics) {}

  std::optional<TemplateTerm> term();
  std::optional<TemplateCondition> condition();
  // A name without dots.
  std::string_view word(ByteRange* range = nullptr);
  // Passes `wanted`, a word or punctuation, when it stands next.
  bool take(std::string_view wanted);
  // False, and an error, when something is left.
  bool at_end();
  void fail(ByteRange range, std::string message, std::string help);
  bool failed() const { return failed_; }
  // What stands next, for a message: "`==`", "the end of the tag".
  std::string next_words();
  ByteRange next();

 private:
  void skip_blanks();
  char peek() const { return at_ < end_ ? file_.bytes()[at_] : '\0'; }
  std::optional<TemplateTerm> quoted();
  std::optional<TemplateTerm> number();
  std::optional<TemplateTerm> names();
  std::optional<TemplateCondition> comparison();
  std::optional<TemplateCondition> negation();
  std::optional<TemplateCondition> bracketed();
  std::optional<TemplateCondition> chain(TemplateCondition first, std::string_view by,
                                         std::string_view other);
  bool deeper();

  const TemplateFile& file_;
  std::size_t at_;
  std::size_t end_;
  ByteRange inner_;
  Diagnostics& diagnostics_;
  std::size_t depth_ = 0;
  bool failed_ = false;
};

bool reserved_name(std::string_view name);

}  // namespace tsg
