// SPDX-License-Identifier: MIT
#include "engine/loader/expectation_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/scenario_codes.h"
#include "engine/loader/scenario_reader.h"
#include "engine/loader/toml_document.h"
#include "engine/loader/toml_text.h"

namespace tsg {

namespace {

struct Edit {
  ByteRange range = {};
  std::string replacement = {};
};

// Collects the edits of one file.
class ExpectationWriter {
 public:
  ExpectationWriter(TomlDocument& document, std::string_view bytes, const Expectation& before,
                    const Expectation& now)
      : document_(document), bytes_(bytes), before_(before), now_(now) {}

  void run(const toml::table& expect) {
    if (expect.is_inline()) return refuse(expect, "[expect] is written as an inline table");
    write_list(expect, "path", before_.path, now_.path);
    write_list(expect, "outcomes", before_.outcomes, now_.outcomes);
    write_provisional(expect);
    write_list(expect, "open", before_.open, now_.open);
    write_list(expect, "needs", before_.needs, now_.needs);
    write_list(expect, "rendered", before_.rendered, now_.rendered);
    write_list(expect, "not-rendered", before_.not_rendered, now_.not_rendered);
    write_lists(expect, "paths", before_.paths, now_.paths);
    write_lists(expect, "checks", before_.checks, now_.checks);
    write_values(expect);
  }

  std::string apply() {
    std::sort(edits_.begin(), edits_.end(),
              [](const Edit& a, const Edit& b) { return a.range.begin > b.range.begin; });
    std::string text(bytes_);
    for (const Edit& edit : edits_)
      text.replace(edit.range.begin, edit.range.end - edit.range.begin, edit.replacement);
    return text;
  }

  // In the order of lines.
  std::vector<ExpectationChange> take_changes() {
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const ExpectationChange& a, const ExpectationChange& b) { return a.line < b.line; });
    return std::move(changes_);
  }

 private:
  using List = std::vector<std::string>;
  using Lists = std::map<std::string, List>;

  static const List& list_of(const std::optional<List>& list) {
    static const List none = {};
    return list ? *list : none;
  }
  static const List& list_of(const List& list) { return list; }

  void refuse(const toml::node& node, std::string message) {
    document_.report(codes::scenario_not_updated, node.source(), std::move(message),
                     "mend this scenario by hand");
  }

  std::string_view text_of(ByteRange range) const {
    return bytes_.substr(range.begin, range.end - range.begin);
  }

  void replace(const std::string& what, const toml::node& node, std::string after) {
    const ByteRange range = document_.range(node.source());
    changes_.push_back({document_.place(node.source()).line, what, std::string(text_of(range)), after});
    edits_.push_back({range, std::move(after)});
  }

  // On as many lines as before, more or less.
  void replace_list(const std::string& what, const toml::node& node, const List& items) {
    const bool one_line = text_of(document_.range(node.source())).find('\n') == std::string_view::npos;
    replace(what, node, toml_list(items, one_line ? ListLayout::OneLine : ListLayout::ItemALine));
  }

  // The lines from one place to another, when nothing else stands on them.
  std::optional<ByteRange> own_lines(ByteRange range) const {
    const std::size_t before = bytes_.rfind('\n', range.begin == 0 ? 0 : range.begin - 1);
    const std::size_t begin = before == std::string_view::npos || range.begin == 0 ? 0 : before + 1;
    const std::size_t end = std::min(bytes_.find('\n', range.end), bytes_.size() - 1) + 1;
    const std::string_view rest = bytes_.substr(range.end, end - range.end);
    const std::size_t after = rest.find_first_not_of(" \t\r\n");
    const bool alone = after == std::string_view::npos || rest[after] == '#';
    const bool first =
        bytes_.substr(begin, range.begin - begin).find_first_of(",{=") == std::string_view::npos;
    if (!alone || !first) return std::nullopt;
    return ByteRange{begin, end};
  }

  void take_out(const std::string& what, const TomlEntry& entry) {
    const ByteRange key = document_.range(entry.key->source());
    const ByteRange value = document_.range(entry.value->source());
    const auto lines = own_lines({key.begin, value.end});
    if (!lines)
      return refuse(*entry.value,
                    fmt::format("`{}` shares its line with others and cannot be taken out", entry.name()));
    changes_.push_back({document_.place(entry.value->source()).line, what, std::string(text_of(value)), ""});
    edits_.push_back({*lines, ""});
  }

  template <typename Before>
  void write_list(const toml::table& expect, const std::string& key, const Before& before,
                  const Before& now) {
    const toml::node* node = expect.get(key);
    if (node != nullptr && list_of(before) != list_of(now)) replace_list(key, *node, list_of(now));
  }

  // Behind the outcomes that it speaks of, when the file does not have it yet.
  void write_provisional(const toml::table& expect) {
    const toml::node* outcomes = expect.get("outcomes");
    if (expect.contains("provisional") || now_.provisional.empty() || outcomes == nullptr) {
      return write_list(expect, "provisional", before_.provisional, now_.provisional);
    }
    const ByteRange range = document_.range(outcomes->source());
    const std::size_t end = std::min(bytes_.find('\n', range.end), bytes_.size());
    const std::string after = toml_list(now_.provisional);
    const std::string_view line_end = end > 0 && bytes_[end - 1] == '\r' ? "\r\n" : "\n";
    const std::size_t at = line_end.size() == 2 ? end - 1 : end;
    edits_.push_back({{at, at}, fmt::format("{}provisional = {}", line_end, after)});
    changes_.push_back({document_.place(outcomes->source()).line, "provisional", "", after});
  }

  void write_lists(const toml::table& expect, const std::string& key, const Lists& before, const Lists& now) {
    const toml::table* table = expect.get_as<toml::table>(key);
    if (table == nullptr || before == now) return;
    if (table->is_inline()) return replace(key, *table, inline_lists(now));
    for (const TomlEntry& entry : entries_in_order(*table)) {
      const std::string name(entry.name());
      const std::string what = fmt::format("{}.{}", key, name);
      const auto after = now.find(name);
      if (after == now.end()) {
        take_out(what, entry);
      } else if (before.at(name) != after->second) {
        replace_list(what, *entry.value, after->second);
      }
    }
  }

  static std::string inline_lists(const Lists& lists) {
    std::vector<std::string> members;
    for (const auto& [name, items] : lists)
      members.push_back(fmt::format("{} = {}", toml_key(name), toml_list(items)));
    return fmt::format("{{ {} }}", fmt::join(members, ", "));
  }

  void write_values(const toml::table& expect) {
    const toml::table* table = expect.get_as<toml::table>("values");
    if (table == nullptr || before_.values == now_.values) return;
    if (table->is_inline()) return write_inline_values(*table);
    write_values_of("", *table);
    for (const TomlEntry& entry : entries_in_order(*table)) {
      const toml::table* outcome = entry.value->as_table();
      if (outcome == nullptr) continue;
      if (outcome->is_inline()) {
        write_inline_outcome(entry);
      } else {
        write_values_of(std::string(entry.name()), *outcome);
        if (!now_.values.contains(std::string(entry.name()))) take_header_out(entry);
      }
    }
  }

  const std::map<std::string, Value>& values_now(const std::string& outcome) const {
    static const std::map<std::string, Value> none = {};
    const auto found = now_.values.find(outcome);
    return found == now_.values.end() ? none : found->second;
  }

  void write_values_of(const std::string& outcome, const toml::table& table) {
    const std::map<std::string, Value>& now = values_now(outcome);
    for (const TomlEntry& entry : entries_in_order(table)) {
      if (entry.value->is_table()) continue;
      const std::string name(entry.name());
      const std::string what =
          outcome.empty() ? "values." + name : fmt::format("values.{}.{}", outcome, name);
      const auto after = now.find(name);
      if (after == now.end()) {
        take_out(what, entry);
      } else if (before_.values.at(outcome).at(name) != after->second) {
        replace(what, *entry.value, toml_value(after->second));
      }
    }
  }

  void take_header_out(const TomlEntry& entry) {
    const auto lines = own_lines(document_.range(entry.value->source()));
    if (!lines || bytes_[bytes_.find_first_not_of(" \t", lines->begin)] != '[') {
      return refuse(*entry.value, fmt::format("the values of `{}` cannot be taken out", entry.name()));
    }
    edits_.push_back({*lines, ""});
  }

  static std::string inline_values(const std::map<std::string, Value>& values) {
    std::vector<std::string> members;
    for (const auto& [name, value] : values)
      members.push_back(fmt::format("{} = {}", toml_key(name), toml_value(value)));
    return fmt::format("{{ {} }}", fmt::join(members, ", "));
  }

  void write_inline_outcome(const TomlEntry& entry) {
    const std::string outcome(entry.name());
    const std::string what = "values." + outcome;
    if (!now_.values.contains(outcome)) return take_out(what, entry);
    if (before_.values.at(outcome) != values_now(outcome))
      replace(what, *entry.value, inline_values(values_now(outcome)));
  }

  void write_inline_values(const toml::table& table) {
    const bool plain =
        std::none_of(table.begin(), table.end(), [](const auto& member) { return member.second.is_table(); });
    if (!plain) return refuse(table, "the values of several outcomes are written as one inline table");
    replace("values", table, inline_values(values_now("")));
  }

  TomlDocument& document_;
  std::string_view bytes_;
  const Expectation& before_;
  const Expectation& now_;
  std::vector<Edit> edits_ = {};
  std::vector<ExpectationChange> changes_ = {};
};

}  // namespace

ExpectationRewrite rewrite_expectation(const std::string& file, std::string_view bytes,
                                       const Expectation& now) {
  ExpectationRewrite rewrite;
  const ScenarioReading before = read_scenario(file, bytes);
  rewrite.diagnostics = before.diagnostics;
  if (has_error(before.diagnostics)) return rewrite;
  TomlDocument document(file, bytes);
  const toml::table* expect = document.table_of(document.root(), "expect");
  if (expect == nullptr) return rewrite;
  ExpectationWriter writer(document, bytes, before.scenario.expect, now);
  writer.run(*expect);
  rewrite.bytes = writer.apply();
  rewrite.changes = writer.take_changes();
  append(rewrite.diagnostics, std::move(document).take_diagnostics());
  return rewrite;
}

}  // namespace tsg
