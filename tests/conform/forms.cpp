// SPDX-License-Identifier: MIT
// Forms: JSON Lines {"path", "answers": {id: value}, "visible": [ids]}, each held against the form in the
// article of that path. A value is a text, a list of texts, or null.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "engine/evaluator/form_visibility.h"
#include "engine/loader/form_article.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "tests/conform/kind.h"
#include "tests/conform/tally.h"

namespace tsg::conform {

namespace {

using nlohmann::json;

std::vector<std::string> texts_of(const json& value) {
  if (value.is_null()) return {};
  if (value.is_array()) return value.get<std::vector<std::string>>();
  return {value.get<std::string>()};
}

class FormRun {
 public:
  FormRun(std::string folder, Listing listing) : folder_(std::move(folder)), tally_(listing) {}

  void compare(const json& line, std::size_t number) {
    const auto path = line.at("path").get<std::string>();
    tally_.begin(fmt::format("line {}: {}", number, path));
    if (const std::optional<Form>& form = form_of(path)) {
      compare(*form, line);
    } else {
      tally_.differ("form", "to be read", "none");
    }
    tally_.end();
  }

  int close() const { return tally_.close(); }

 private:
  void compare(const Form& form, const json& line) {
    ElementAnswers answers;
    for (const auto& [id, value] : line.at("answers").items()) answers[id] = texts_of(value);
    json got = json::array();
    for (const std::size_t index : shown_in_order(form, answers)) got.push_back(form.elements[index].id);
    if (got != line.at("visible")) tally_.differ("visible", line.at("visible").dump(), got.dump());
  }

  const std::optional<Form>& form_of(const std::string& path) {
    const auto [known, added] = forms_.try_emplace(path);
    if (!added) return known->second;
    const Result<std::string> bytes = read_file(folder_ + "/" + path, limits::article_bytes);
    if (bytes) known->second = read_form_article(path, bytes.value()).form;
    return known->second;
  }

  std::string folder_;
  Tally tally_;
  std::map<std::string, std::optional<Form>> forms_ = {};
};

}  // namespace

int run_forms(const Arguments& arguments) {
  if (arguments.paths.size() > 2) {
    fmt::print(stderr, "forms takes a file and a folder\n");
    return 2;
  }
  const std::string& file = arguments.paths.front();
  const std::string folder = arguments.paths.size() == 2
                                 ? arguments.paths[1]
                                 : (std::filesystem::path(file).parent_path() / "articles").string();
  constexpr std::size_t most_bytes = std::size_t{64} << 20U;
  const Result<std::string> lines = read_file(file, most_bytes);
  if (!lines) throw std::runtime_error(lines.error().message);
  FormRun run(folder, arguments.verbose ? Listing::Everything : Listing::Failures);
  std::string_view rest = lines.value();
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0) run.compare(json::parse(rest.substr(0, end)), number);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return run.close();
}

}  // namespace tsg::conform
