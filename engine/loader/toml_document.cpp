// SPDX-License-Identifier: MIT
#include "engine/loader/toml_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "engine/diagnostics/toml_codes.h"
#include "engine/loader/toml_limits.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::int64_t known_format = 1;

bool stands_before(toml::source_position a, toml::source_position b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

// What a line declares: a header as it stands, or the key before its `=`.
std::string_view declared_by(std::string_view line) {
  line = ascii_trimmed(line);
  if (line.starts_with('[')) return line;
  return ascii_trimmed(line.substr(0, line.find('=')));
}

// The line above `line` that declares the same header, or the same key in the same table; 0 when there is
// none.
std::uint32_t first_declaration(const LineIndex& lines, std::uint32_t line) {
  const std::string_view declared = declared_by(lines.line_text(line));
  const bool header = declared.starts_with('[');
  for (std::uint32_t above = line - 1; above > 0 && !declared.empty(); --above) {
    const std::string_view other = declared_by(lines.line_text(above));
    if (other == declared) return above;
    if (!header && other.starts_with('[')) return 0;
  }
  return 0;
}

}  // namespace

std::vector<TomlEntry> entries_in_order(const toml::table& table) {
  std::vector<TomlEntry> entries;
  for (const auto& [key, value] : table) entries.push_back({&key, &value});
  std::stable_sort(entries.begin(), entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
    return stands_before(a.key->source().begin, b.key->source().begin);
  });
  return entries;
}

std::string_view kind_of(const toml::node& value) {
  switch (value.type()) {
    case toml::node_type::none:
      return "nothing";
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "an integer";
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "a boolean";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time";
    case toml::node_type::date_time:
      return "a date-time";
  }
  return "";
}

TomlDocument::TomlDocument(std::string file, std::string_view bytes) : source_(std::move(file), bytes) {
  if (bytes.starts_with(byte_order_mark)) bom_bytes_ = byte_order_mark.size();
  readable_ = within_bounds() && parse() && check_format();
}

bool TomlDocument::within_bounds() {
  const std::optional<TomlExcess> excess = find_toml_excess(source_.bytes());
  if (!excess) return true;
  diagnostics_.push_back(source_.diagnose(codes::toml_limits, excess->range, excess->message, excess->help));
  return false;
}

bool TomlDocument::parse() {
  try {
    root_ = toml::parse(source_.bytes().substr(bom_bytes_));
    return true;
  } catch (const toml::parse_error& error) {
    report_parse_error(error);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    diagnostics_.push_back(
        make_diagnostic(codes::toml_syntax, {source_.file(), {}, 0, 0},
                        fmt::format("the TOML parser gave up: {}", with_replacements(error.what()))));
  }
  return false;
}

void TomlDocument::report_parse_error(const toml::parse_error& error) {
  const Place where = place(error.source());
  Diagnostic& found = report(codes::toml_syntax, error.source(), with_replacements(error.description()),
                             "mend the line; a text value and a key with dots stand in quotes");
  if (error.description().find("redefine") == std::string_view::npos) return;
  const std::uint32_t above = first_declaration(source_.lines(), where.line);
  if (above == 0) return;
  const std::size_t begin = source_.lines().line_start(above);
  found.notes.push_back(
      {"it stands here first", source_.place({begin, begin + source_.lines().line_text(above).size()})});
}

bool TomlDocument::check_format() {
  const toml::node* format = root_.get("format");
  if (format == nullptr) {
    Diagnostic found = source_.diagnose(codes::format_missing, {bom_bytes_, bom_bytes_},
                                        "the file does not say which format it has",
                                        fmt::format("begin it with `format = {}`", known_format));
    found.fix = Fix{{bom_bytes_, bom_bytes_}, fmt::format("format = {}\n", known_format), true};
    diagnostics_.push_back(std::move(found));
    return false;
  }
  const std::optional<std::int64_t> number = format->value_exact<std::int64_t>();
  if (number == known_format) return true;
  if (!number || *number < known_format) {
    report(codes::format_unknown, format->source(), "`format` must be a number that this program knows",
           fmt::format("write `format = {}`", known_format));
    return false;
  }
  report(codes::format_unknown, format->source(),
         fmt::format("the file has format {}, this program reads formats up to {}", *number, known_format),
         fmt::format("install a tsg that reads format {}: a newer release than this one", *number));
  return false;
}

// toml++ counts columns in characters and knows nothing of the byte order mark.
std::size_t TomlDocument::offset(toml::source_position position) const {
  if (position.line == 0) return 0;
  const std::string_view bytes = source_.bytes();
  std::size_t at = source_.lines().line_start(position.line);
  if (position.line == 1) at += bom_bytes_;
  for (std::uint32_t column = 1; column < position.column && at < bytes.size() && bytes[at] != '\n';
       ++column) {
    at += decode_utf8(bytes, at).size;
  }
  return std::min(at, bytes.size());
}

ByteRange TomlDocument::range(const toml::source_region& region) const {
  const std::size_t begin = offset(region.begin);
  return {begin, std::max(begin, offset(region.end))};
}

Diagnostic& TomlDocument::report(const Code& code, const toml::source_region& region, std::string message,
                                 std::string help) {
  diagnostics_.push_back(source_.diagnose(code, range(region), std::move(message), std::move(help)));
  return diagnostics_.back();
}

void TomlDocument::report_unknown_keys(const toml::table& table, const std::vector<std::string>& known,
                                       std::string_view where) {
  for (const TomlEntry& entry : entries_in_order(table)) {
    if (std::find(known.begin(), known.end(), entry.name()) != known.end()) continue;
    const std::optional<std::string> nearest = nearest_name(entry.name(), known);
    report(codes::toml_unknown_key, entry.key->source(),
           fmt::format("{} has no key `{}`", where, entry.name()),
           nearest ? fmt::format("did you mean `{}`?", *nearest)
                   : fmt::format("its keys are `{}`", fmt::join(known, "`, `")));
  }
}

void TomlDocument::report_type(std::string_view key, const toml::node& value, std::string_view expected) {
  report(codes::toml_wrong_type, value.source(),
         fmt::format("`{}` is {}, not {}", key, kind_of(value), expected), fmt::format("write {}", expected));
}

std::optional<std::string> TomlDocument::string_of(const toml::table& table, std::string_view key) {
  const toml::node* value = table.get(key);
  if (value == nullptr) return std::nullopt;
  if (const auto text = value->value_exact<std::string>()) return *text;
  report_type(key, *value, "a string");
  return std::nullopt;
}

std::optional<std::int64_t> TomlDocument::integer_of(const toml::table& table, std::string_view key) {
  const toml::node* value = table.get(key);
  if (value == nullptr) return std::nullopt;
  if (const auto number = value->value_exact<std::int64_t>()) return *number;
  report_type(key, *value, "an integer");
  return std::nullopt;
}

std::optional<std::vector<std::string>> TomlDocument::strings_of(const toml::table& table,
                                                                 std::string_view key) {
  const toml::node* value = table.get(key);
  if (value == nullptr) return std::nullopt;
  std::vector<std::string> texts;
  if (const toml::array* array = value->as_array()) {
    for (const toml::node& item : *array) {
      if (const auto text = item.value_exact<std::string>()) texts.push_back(*text);
    }
    if (texts.size() == array->size()) return texts;
  }
  report_type(key, *value, "a list of strings");
  return std::nullopt;
}

const toml::table* TomlDocument::table_of(const toml::table& table, std::string_view key) {
  const toml::node* value = table.get(key);
  if (value == nullptr) return nullptr;
  if (const toml::table* found = value->as_table()) return found;
  report_type(key, *value, "a table");
  return nullptr;
}

}  // namespace tsg
