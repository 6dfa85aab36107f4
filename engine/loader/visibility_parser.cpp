// SPDX-License-Identifier: MIT
#include "engine/loader/visibility_parser.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/model/limits.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

class VisibilityParser {
 public:
  explicit VisibilityParser(std::string_view text) : text_(text) {}

  VisibilityParse run() {
    const bool read = any(0);
    skip_blanks();
    if (read && at_ < text_.size() && text_[at_] == ')') {
      add_problem(VisibilityFlaw::UnmatchedClose, {at_, at_ + 1}, "a `)` that no `(` opened");
    } else if (read && at_ < text_.size()) {
      fail({at_, text_.size()}, "an operator is wanted here");
    }
    VisibilityParse parse{.expression = {}, .problems = std::move(problems_)};
    if (!failed_) parse.expression = std::move(expression_);
    return parse;
  }

 private:
  void add_problem(VisibilityFlaw flaw, ByteRange range, std::string message) {
    const bool known = std::any_of(problems_.begin(), problems_.end(),
                                   [flaw](const VisibilityProblem& one) { return one.flaw == flaw; });
    if (!known) problems_.push_back({flaw, range, std::move(message)});
  }

  bool fail(ByteRange range, std::string message) {
    failed_ = true;
    add_problem(VisibilityFlaw::Unreadable, range, std::move(message));
    return false;
  }

  void skip_blanks() {
    while (at_ < text_.size() && ascii_space(text_[at_])) ++at_;
  }

  bool take(std::string_view word) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  // Leaves the node that joins the nodes from `first` on as the last one.
  void join(VisibilityKind kind, std::vector<std::uint32_t> children) {
    if (children.size() == 1) return;
    expression_.nodes.push_back({.kind = kind, .children = std::move(children)});
  }
  std::uint32_t last_node() const { return static_cast<std::uint32_t>(expression_.nodes.size() - 1); }

  bool any(std::size_t depth) {
    std::vector<std::uint32_t> children;
    bool joined = false;
    do {
      const std::size_t begin = at_;
      bool all_joined = false;
      if (!all(depth, all_joined)) return false;
      children.push_back(last_node());
      joined = joined || all_joined;
      if (joined && children.size() > 1)
        add_problem(VisibilityFlaw::MixedOperators, {begin, at_}, "`&&` and `||` stand side by side");
    } while (take("||"));
    join(VisibilityKind::Any, std::move(children));
    return true;
  }

  bool all(std::size_t depth, bool& joined) {
    std::vector<std::uint32_t> children;
    do {
      if (!term(depth)) return false;
      children.push_back(last_node());
    } while (take("&&"));
    joined = children.size() > 1;
    join(VisibilityKind::All, std::move(children));
    return true;
  }

  bool term(std::size_t depth) {
    if (take("(")) return group(at_ - 1, depth);
    return comparison();
  }

  bool group(std::size_t open, std::size_t depth) {
    if (depth >= limits::visibility_depth)
      return fail({open, open + 1}, fmt::format("more than {} `(` are open", limits::visibility_depth));
    if (!any(depth + 1)) return false;
    if (take(")")) return true;
    return fail({open, open + 1}, "a `(` that nothing closes");
  }

  bool comparison() {
    skip_blanks();
    const std::size_t begin = at_;
    while (at_ < text_.size() && !ends_id(at_)) ++at_;
    const ByteRange id = trimmed({begin, at_});
    const std::string_view word = text_.substr(at_, 2);
    if (word != "==" && word != "!=")
      return fail({begin, std::max(at_, std::min(begin + 1, text_.size()))},
                  "a comparison is wanted here: an id, `==` or `!=`, and a value");
    if (id.begin == id.end) return fail({at_, at_ + 2}, "an id is wanted before the operator");
    at_ += 2;
    const ByteRange value = take_value();
    if (value.begin == value.end) return fail(id, "a value is wanted behind the operator");
    return add_term(id, word == "==" ? Comparison::Equal : Comparison::NotEqual, value);
  }

  bool ends_id(std::size_t at) const {
    const std::string_view next = text_.substr(at, 2);
    return next == "==" || next == "!=" || next == "&&" || next == "||" || next[0] == '(' || next[0] == ')';
  }

  ByteRange take_value() {
    const std::size_t begin = at_;
    std::size_t open = 0;
    for (; at_ < text_.size(); ++at_) {
      const std::string_view next = text_.substr(at_, 2);
      if (next == "&&" || next == "||") break;
      if (next[0] == '(') ++open;
      if (next[0] == ')' && open-- == 0) break;
    }
    return trimmed({begin, at_});
  }

  bool add_term(ByteRange id, Comparison comparison, ByteRange value) {
    if (expression_.terms.size() >= limits::visibility_terms)
      return fail(id, fmt::format("more than {} comparisons", limits::visibility_terms));
    VisibilityTerm term{.element = std::string(slice(id)),
                        .comparison = comparison,
                        .element_range = id,
                        .value_range = value};
    if (slice(value) != "null") term.value = std::string(slice(value));
    expression_.nodes.push_back({.term = static_cast<std::uint32_t>(expression_.terms.size())});
    expression_.terms.push_back(std::move(term));
    return true;
  }

  std::string_view slice(ByteRange range) const { return text_.substr(range.begin, range.end - range.begin); }
  ByteRange trimmed(ByteRange range) const {
    const std::string_view inner = ascii_trimmed(slice(range));
    if (inner.empty()) return {range.begin, range.begin};
    const auto begin = static_cast<std::size_t>(inner.data() - text_.data());
    return {begin, begin + inner.size()};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
  VisibilityExpression expression_ = {};
  std::vector<VisibilityProblem> problems_ = {};
};

}  // namespace

VisibilityParse parse_visibility(std::string_view text) {
  return VisibilityParser(text).run();
}

}  // namespace tsg
