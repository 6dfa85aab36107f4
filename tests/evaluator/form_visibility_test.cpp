// SPDX-License-Identifier: MIT
// Which elements of a form show, against an evaluator of another make: it has no tree and no order, but
// walks over the text of an expression again for every question.
#include "engine/evaluator/form_visibility.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>

#include "engine/loader/article_reader.h"
#include "engine/loader/article_source.h"
#include "engine/loader/form_body.h"
#include "engine/loader/json_body_place.h"
#include "engine/loader/json_tree.h"
#include "engine/loader/visibility_parser.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/file.h"

using namespace tsg;

namespace {

// A form as the naive evaluator sees it.
struct NaiveElement {
  std::string id;
  std::string visibility;  // "" : always
};
using NaiveForm = std::vector<NaiveElement>;

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Where `operation` stands in `text` outside of parentheses; npos when nowhere.
std::size_t find_outside(std::string_view text, std::string_view operation) {
  int open = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++open;
    if (text[i] == ')') --open;
    if (open == 0 && text.substr(i).starts_with(operation)) return i;
  }
  return std::string_view::npos;
}

class NaiveEvaluator {
 public:
  NaiveEvaluator(const NaiveForm& form, const ElementAnswers& answers) : form_(form), answers_(answers) {}

  bool shows(std::size_t element) {
    const std::string& visibility = form_[element].visibility;
    return visibility.empty() || holds(element, visibility);
  }

 private:
  bool holds(std::size_t self, std::string_view text) {
    for (const std::string_view operation : {"||", "&&"}) {
      const std::size_t at = find_outside(text, operation);
      if (at == std::string_view::npos) continue;
      const bool left = holds(self, text.substr(0, at));
      const bool right = holds(self, text.substr(at + 2));
      return operation == "||" ? left || right : left && right;
    }
    text = trim(text);
    if (text.starts_with('(')) return holds(self, text.substr(1, text.size() - 2));
    const bool equal = text.find("==") < text.find("!=");
    const std::size_t at = text.find(equal ? "==" : "!=");
    return compare(self, trim(text.substr(0, at)), trim(text.substr(at + 2))) == equal;
  }

  bool compare(std::size_t self, std::string_view id, std::string_view value) {
    const std::vector<std::string> seen = answer_seen(self, id);
    if (value == "null") return seen.empty();
    for (const std::string& each : seen) {
      if (each == value) return true;
    }
    return false;
  }

  std::vector<std::string> answer_seen(std::size_t self, std::string_view id) {
    for (std::size_t i = 0; i < form_.size(); ++i) {
      if (form_[i].id != id) continue;
      std::set<std::size_t> visited;
      if (leads_to(i, self, visited) || !shows(i)) return {};
      const auto found = answers_.find(id);
      if (found == answers_.end() || (found->second.size() == 1 && found->second[0].empty())) return {};
      return found->second;
    }
    return {};
  }

  // Whether `from` is `to`, or needs it directly or through others.
  bool leads_to(std::size_t from, std::size_t to, std::set<std::size_t>& visited) {
    if (from == to) return true;
    if (!visited.insert(from).second) return false;
    for (const std::string& id : ids_in(form_[from].visibility)) {
      for (std::size_t i = 0; i < form_.size(); ++i) {
        if (form_[i].id != id) continue;
        if (leads_to(i, to, visited)) return true;
        break;
      }
    }
    return false;
  }

  // Every text that stands left of an operator.
  static std::vector<std::string> ids_in(const std::string& visibility) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i + 1 < visibility.size(); ++i) {
      if (visibility[i + 1] != '=' || (visibility[i] != '=' && visibility[i] != '!')) continue;
      const std::size_t before = visibility.find_last_of("&|(", i == 0 ? 0 : i - 1);
      const std::size_t begin = before == std::string::npos ? 0 : before + 1;
      ids.emplace_back(trim(std::string_view(visibility).substr(begin, i - begin)));
      ++i;
    }
    return ids;
  }

  const NaiveForm& form_;
  const ElementAnswers& answers_;
};

void require_agreement(const Form& form, const NaiveForm& naive, const ElementAnswers& answers) {
  const std::vector<bool> shown = visible_elements(form, answers);
  NaiveEvaluator evaluator(naive, answers);
  for (std::size_t i = 0; i < naive.size(); ++i) {
    INFO(naive[i].id << ": " << naive[i].visibility);
    REQUIRE(shown[i] == evaluator.shows(i));
  }
}

Form form_of(const NaiveForm& naive) {
  Form form;
  for (const NaiveElement& each : naive) {
    FormElement element{.id = each.id, .order = static_cast<std::int64_t>(form.elements.size())};
    if (!each.visibility.empty()) {
      VisibilityParse parse = parse_visibility(each.visibility);
      REQUIRE(parse.expression);
      element.visibility = {Showing::Depends, std::move(*parse.expression)};
    }
    form.elements.push_back(std::move(element));
  }
  return form;
}

class RandomForms {
 public:
  NaiveForm form() {
    NaiveForm form;
    const int count = pick(1, 9);
    for (int i = 0; i < count; ++i)
      form.push_back({id(count), pick(0, 3) == 0 ? std::string() : expression(count, 3)});
    return form;
  }

  ElementAnswers answers(const NaiveForm& form) {
    ElementAnswers answers;
    for (const NaiveElement& each : form) {
      if (pick(0, 3) == 0) continue;
      std::vector<std::string>& given = answers[each.id];
      given = {pick(0, 9) == 0 ? std::string() : value()};
      if (pick(0, 5) == 0) given.push_back(value() + " (more)");
    }
    return answers;
  }

  int pick(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
  std::mt19937& engine() { return random_; }

 private:
  std::string id(int count) { return fmt::format("id {}", pick(0, count)); }
  std::string value() {
    constexpr std::array<std::string_view, 5> values = {"Yes", "No (never)", "a - b, c", "I've", "null-ish"};
    return std::string(values[static_cast<std::size_t>(pick(0, 4))]);
  }
  std::string blank() { return std::string(static_cast<std::size_t>(pick(0, 1)), ' '); }

  std::string expression(int count, int depth) {
    const int kind = depth > 0 ? pick(0, 4) : 0;
    if (kind <= 1)
      return fmt::format("{}{}{}{}{}", id(count), blank(), pick(0, 1) == 0 ? "==" : "!=", blank(),
                         pick(0, 3) == 0 ? "null" : value());
    if (kind == 2) return fmt::format("({}{})", expression(count, depth - 1), blank());
    return fmt::format("{}{}{}{}{}", expression(count, depth - 1), blank(), kind == 3 ? "&&" : "||", blank(),
                       expression(count, depth - 1));
  }

  std::mt19937 random_{20240607};
};

std::vector<std::string> shown_ids(const NaiveForm& naive, const ElementAnswers& answers) {
  const Form form = form_of(naive);
  std::vector<std::string> ids;
  for (const std::size_t index : shown_in_order(form, answers)) ids.push_back(form.elements[index].id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("comparisons see answers of elements that show") {
  const NaiveForm form = {
      {"a", ""}, {"b", "a == Yes"}, {"c", "b == Yes"}, {"d", "b != Yes"}, {"e", "b == null"}};
  REQUIRE(shown_ids(form, {}) == Ids{"a", "d", "e"});
  REQUIRE(shown_ids(form, {{"b", {"Yes"}}}) == Ids{"a", "d", "e"});
  REQUIRE(shown_ids(form, {{"a", {"Yes"}}, {"b", {"Yes"}}}) == Ids{"a", "b", "c"});
  REQUIRE(shown_ids(form, {{"a", {"Yes"}}, {"b", {"No"}}}) == Ids{"a", "b", "d"});
  REQUIRE(shown_ids(form, {{"a", {"Yes"}}, {"b", {""}}}) == Ids{"a", "b", "d", "e"});
  REQUIRE(shown_ids(form, {{"a", {"No", "Yes"}}}) == Ids{"a", "b", "d", "e"});
}

TEST_CASE("a reference may lead to a later element, to its own, or around a ring") {
  REQUIRE(shown_ids({{"a", "b == x"}, {"b", ""}}, {{"b", {"x"}}}) == Ids{"a", "b"});
  REQUIRE(shown_ids({{"a", "a == x"}}, {{"a", {"x"}}}).empty());
  REQUIRE(shown_ids({{"a", "a != x"}}, {{"a", {"x"}}}) == Ids{"a"});
  const ElementAnswers both = {{"a", {"x"}}, {"b", {"x"}}};
  REQUIRE(shown_ids({{"a", "b == x"}, {"b", "a == x"}}, both).empty());
  REQUIRE(shown_ids({{"a", "b != x"}, {"b", "a == x"}, {"c", "a == x"}}, both) == Ids{"a", "c"});
  const std::vector<std::vector<std::size_t>> rings = {{0, 2}, {3}};
  REQUIRE(visibility_rings(form_of({{"a", "c == x"}, {"b", "a == x"}, {"c", "a == x"}, {"d", "d == x"}})) ==
          rings);
}

TEST_CASE("elements show by their order, whatever order they are written in") {
  Form form;
  form.elements = {{.id = "late", .order = 9}, {.id = "early", .order = -1}, {.id = "same", .order = 9}};
  form.elements[2].visibility.showing = Showing::Always;
  REQUIRE(shown_in_order(form, {}) == std::vector<std::size_t>{1, 0, 2});
  form.elements[0].visibility.showing = Showing::Never;
  REQUIRE(shown_in_order(form, {}) == std::vector<std::size_t>{1, 2});
}

TEST_CASE("expressions are cut where the grammar says") {
  struct Row {
    std::string_view text;
    std::vector<std::string> terms;
  };
  const std::vector<Row> rows = {
      {"a==b", {"a|==|b"}},
      {" a b  !=  c, d (e) ", {"a b|!=|c, d (e)"}},
      {"(a == b (c)) && d != null", {"a|==|b (c)", "d|!=|<null>"}},
      {"a == I've - x: y/z.+ || ((b == null))", {"a|==|I've - x: y/z.+", "b|==|<null>"}},
      {"a == b) && c == d", {"a|==|b"}},
      {"a == nullable", {"a|==|nullable"}},
      {"a == b == c", {"a|==|b == c"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const VisibilityParse parse = parse_visibility(row.text);
    REQUIRE(parse.expression);
    std::vector<std::string> terms;
    for (const VisibilityTerm& term : parse.expression->terms)
      terms.push_back(
          fmt::format("{}|{}|{}", term.element,
                      term.comparison == Comparison::Equal ? "==" : "!=", term.value.value_or("<null>")));
    REQUIRE(terms == row.terms);
  }
}

TEST_CASE("what is no expression is told, whatever its size") {
  const std::string deep(limits::visibility_depth + 1, '(');
  const std::vector<std::string> texts = {"",
                                          " ",
                                          "a",
                                          "a =",
                                          "a ==",
                                          "== b",
                                          "a == b &&",
                                          "&& a == b",
                                          "(a == b",
                                          "()",
                                          "a == b || ()",
                                          "(a == b) c",
                                          "a = b",
                                          "a < b",
                                          ")",
                                          "a == b && c",
                                          deep + "a == b",
                                          std::string(1000000, '('),
                                          std::string("\0", 1)};
  for (const std::string& text : texts) {
    INFO(text.substr(0, 40));
    const VisibilityParse parse = parse_visibility(text);
    REQUIRE_FALSE(parse.expression);
    REQUIRE(parse.problems.size() == 1);
    REQUIRE(parse.problems[0].range.end <= text.size());
  }
}

TEST_CASE("a chain of all elements a body can have is decided without recursion") {
  NaiveForm form;
  constexpr int count = 20000;
  for (int i = 0; i < count; ++i)
    form.push_back({fmt::format("e{}", i), i + 1 < count ? fmt::format("e{} == x", i + 1) : std::string()});
  ElementAnswers answers;
  for (const NaiveElement& each : form) answers[each.id] = {"x"};
  REQUIRE(shown_ids(form, answers).size() == count);
  form.back().visibility = "e0 == x";
  REQUIRE(shown_ids(form, answers).empty());
}

TEST_CASE("random forms show as a naive evaluator has it") {
  RandomForms random;
  for (int i = 0; i < 250; ++i) {
    const NaiveForm naive = random.form();
    const Form form = form_of(naive);
    for (int each = 0; each < 8; ++each) require_agreement(form, naive, random.answers(naive));
  }
}

TEST_CASE("real forms show as a naive evaluator has it") {
  const char* root = std::getenv("TSG_SHARED_DATA");
  if (root == nullptr) {
    WARN("TSG_SHARED_DATA is absent: no real forms are read");
    return;
  }
  RandomForms random;
  std::size_t forms = 0;
  std::size_t sets = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(root) + "/articles")) {
    if (!entry.is_regular_file()) continue;
    const Result<std::string> bytes = read_file(entry.path().string(), limits::article_bytes);
    REQUIRE(bytes.ok());
    const ArticleReading reading = read_article(entry.path().string(), bytes.value());
    if (!reading.article.json_body) continue;
    Diagnostics unused;
    const ArticleSource source(reading.article, unused);
    const JsonTreeReading json = read_json_tree(source.text(), json_body_range(source));
    REQUIRE(json.readable());
    const Form form = read_form_body(json.tree.root());
    if (form.elements.empty()) continue;
    ++forms;
    NaiveForm naive;
    for (const JsonValue element : json.tree.root().member("formElements").children()) {
      const std::string visibility = element.member("visibility").text();
      const bool always = visibility == "null" || visibility == "true";
      naive.push_back({element.member("id").text(), always ? std::string() : visibility});
    }
    for (int each = 0; each < 20; ++each, ++sets) {
      ElementAnswers answers;
      for (const FormElement& element : form.elements) {
        const int option = random.pick(-1, static_cast<int>(element.options.size()));
        if (option < 0) continue;
        answers[element.id] = {option == static_cast<int>(element.options.size())
                                   ? std::string("1")
                                   : element.options[static_cast<std::size_t>(option)].value};
      }
      require_agreement(form, naive, answers);
    }
  }
  REQUIRE(forms > 100);
  REQUIRE(sets >= 1000);
}
