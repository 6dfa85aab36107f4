// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/model/limits.h"
#include "engine/text/json_writer.h"
#include "engine/text/utf8.h"
#include "renderers/escape_csv.h"
#include "renderers/escape_terminal.h"
#include "renderers/slot_value.h"
#include "tests/conform/value_checks.h"

namespace tsg::conform {

namespace {

constexpr std::size_t longest_mark = 60;  // what stands behind a cut value, in bytes

enum class LineBreaks : std::uint8_t { Allowed, Forbidden };

bool shown_by_a_terminal(std::uint32_t c, LineBreaks breaks) {
  if (c == '\n' || c == '\t') return breaks == LineBreaks::Allowed;
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
                        c == 0x200F || c == 0x061C;
  const bool invisible = c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
  return !control && !reorders && !invisible;
}

std::optional<Problem> check_characters(std::string_view out, LineBreaks breaks) {
  for (std::size_t at = 0; at < out.size();) {
    const DecodedCharacter character = decode_utf8(out, at);
    if (!character.valid) return Problem{Harm::Active, "holds a byte that is no UTF-8"};
    if (!shown_by_a_terminal(character.code_point, breaks))
      return Problem{Harm::Active, "a control reaches the terminal: " + std::to_string(character.code_point)};
    at += character.size;
  }
  return std::nullopt;
}

std::optional<Problem> check_cut(const Value& value, std::string_view shown) {
  if (to_text(value).size() <= limits::shown_value_bytes) return std::nullopt;
  if (shown.size() > limits::shown_value_bytes + longest_mark ||
      shown.find("[cut: ") == std::string_view::npos)
    return Problem{Harm::OtherText, "a long value is not cut with a mark"};
  return std::nullopt;
}

// The cells of one record (RFC 4180); nothing when it is not exactly one.
std::optional<std::vector<std::string>> cells_of(std::string_view record) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t at = 0; at < record.size(); ++at) {
    const char c = record[at];
    if (quoted && c == '"' && record.substr(at + 1, 1) == "\"") {
      cells.back() += c;
      ++at;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      cells.emplace_back();
    } else if (!quoted && (c == '\n' || c == '\r')) {
      return std::nullopt;
    } else {
      cells.back() += c;
    }
  }
  if (quoted) return std::nullopt;
  return cells;
}

void write_json(JsonWriter& out, const nlohmann::json& value) {
  if (value.is_object()) {
    out.begin_object();
    for (const auto& [name, member] : value.items()) write_json(out.key(name), member);
    out.end_object();
  } else if (value.is_boolean()) {
    out.boolean(value.get<bool>());
  } else if (value.is_number_integer()) {
    out.integer(value.get<std::int64_t>());
  } else if (value.is_number()) {
    out.number(value.get<double>());
  } else {
    out.string(value.get<std::string>());
  }
}

}  // namespace

std::optional<Problem> check_on_terminal(const Value& value) {
  const std::string shown = shown_text(value);
  std::string out;
  append_terminal(out, shown);
  if (auto problem = check_characters(out, LineBreaks::Allowed)) return problem;
  std::string line;
  append_terminal_line(line, shown);
  if (auto problem = check_characters(line, LineBreaks::Forbidden)) return problem;
  return check_cut(value, shown);
}

std::optional<Problem> check_in_log(const Value& value) {
  const std::string shown = shown_text(value);
  std::string out;
  append_log(out, shown);
  if (auto problem = check_characters(out, LineBreaks::Forbidden)) return problem;
  return check_cut(value, shown);
}

std::optional<Problem> check_in_csv(const Value& value) {
  std::string out;
  append_csv(out, shown_text(value));
  const auto cells = cells_of(out + ",behind");
  if (!cells) return Problem{Harm::TreeChange, "more than one row"};
  if (cells->size() != 2) return Problem{Harm::TreeChange, "more than one cell"};
  const std::string& cell = cells->front();
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos)
    return Problem{Harm::Active, "the cell begins a formula"};
  std::string wanted = with_replacements(shown_text(value));
  for (std::size_t at = wanted.find('\0'); at != std::string::npos; at = wanted.find('\0', at))
    wanted.replace(at, 1, "\uFFFD");
  if (cell != wanted && cell != "'" + wanted) return Problem{Harm::OtherText, "the cell holds " + cell};
  return std::nullopt;
}

std::optional<Problem> check_in_json(const nlohmann::json& value) {
  for (const JsonWriter::Html html : {JsonWriter::Html::Plain, JsonWriter::Html::Safe}) {
    JsonWriter writer(0, html);
    write_json(writer, value);
    const std::string text = writer.take();
    if (nlohmann::json::parse(text) != value) return Problem{Harm::OtherText, "reads back as another value"};
    if (text.find_first_of("\n\r") != std::string::npos)
      return Problem{Harm::TreeChange, "more than one line"};
    const bool bare = text.find_first_of("<>&") != std::string::npos ||
                      text.find("\u2028") != std::string::npos || text.find("\u2029") != std::string::npos;
    if (html == JsonWriter::Html::Safe && bare) return Problem{Harm::Active, "markup is bare in a page"};
  }
  return std::nullopt;
}

}  // namespace tsg::conform
