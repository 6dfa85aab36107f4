// SPDX-License-Identifier: MIT
#include "tools/server/request_path.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/ascii.h"
#include "engine/text/utf8.h"
#include "tools/server/server_limits.h"

namespace tsg::web {

namespace {

enum class Plus : std::uint8_t { Literal, Blank };

int hexadecimal(char c) {
  if (ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The byte that the escape at the front of `rest` stands for; nothing when it is none.
std::optional<char> escaped_byte(std::string_view rest) {
  if (rest.size() < 3 || hexadecimal(rest[1]) < 0 || hexadecimal(rest[2]) < 0) return std::nullopt;
  return static_cast<char>(hexadecimal(rest[1]) * 16 + hexadecimal(rest[2]));
}

std::optional<std::string> percent_decoded(std::string_view raw, Plus plus) {
  std::string out;
  while (!raw.empty()) {
    const bool escape = raw[0] == '%';
    const std::optional<char> byte = escape ? escaped_byte(raw) : raw[0];
    if (!byte) return std::nullopt;
    out += plus == Plus::Blank && raw[0] == '+' ? ' ' : *byte;
    raw.remove_prefix(escape ? 3 : 1);
  }
  return out;
}

bool control(std::uint32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

bool holds_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter each = decode_utf8(text, at);
    if (each.valid && control(each.code_point)) return true;
    at += each.size;
  }
  return false;
}

std::optional<TargetFault> fault_of_segment(std::string_view raw, std::string& path) {
  const std::optional<std::string> segment = percent_decoded(raw, Plus::Literal);
  if (!segment) return TargetFault::BadEscape;
  if (!valid_utf8(*segment)) return TargetFault::NotUtf8;
  if (holds_control(*segment)) return TargetFault::Control;
  if (segment->find('\\') != std::string::npos) return TargetFault::Backslash;
  if (segment->find('/') != std::string::npos) return TargetFault::EncodedSlash;
  if (*segment == "." || *segment == "..") return TargetFault::DotSegment;
  path += '/';
  path += *segment;
  return std::nullopt;
}

// REQUIRES: raw begins with '/'
std::variant<std::string, TargetFault> read_path(std::string_view raw) {
  std::string path;
  while (!raw.empty()) {
    raw.remove_prefix(1);
    const std::string_view segment = raw.substr(0, raw.find('/'));
    raw.remove_prefix(segment.size());
    if (segment.empty() && !raw.empty()) return TargetFault::EmptySegment;
    if (const auto fault = fault_of_segment(segment, path)) return *fault;
  }
  return path;
}

std::optional<TargetFault> fault_of_value(std::string_view raw, std::string& value) {
  std::optional<std::string> decoded = percent_decoded(raw, Plus::Blank);
  if (!decoded) return TargetFault::BadEscape;
  if (!valid_utf8(*decoded)) return TargetFault::NotUtf8;
  if (decoded->find('\0') != std::string::npos) return TargetFault::Control;
  value = std::move(*decoded);
  return std::nullopt;
}

std::optional<TargetFault> fault_of_parameter(std::string_view raw, Query& query) {
  const std::size_t equals = std::min(raw.find('='), raw.size());
  std::pair<std::string, std::string>& parameter = query.emplace_back();
  if (const auto fault = fault_of_value(raw.substr(0, equals), parameter.first)) return fault;
  return fault_of_value(raw.substr(std::min(equals + 1, raw.size())), parameter.second);
}

}  // namespace

std::variant<Query, TargetFault> read_query(std::string_view raw) {
  Query query;
  while (!raw.empty()) {
    const std::string_view parameter = raw.substr(0, raw.find('&'));
    raw.remove_prefix(std::min(parameter.size() + 1, raw.size()));
    if (parameter.empty()) continue;
    if (query.size() == limits::query_parameters) return TargetFault::TooManyParameters;
    if (const auto fault = fault_of_parameter(parameter, query)) return *fault;
  }
  return query;
}

std::variant<Target, TargetFault> read_target(std::string_view raw) {
  if (raw.size() > limits::target_bytes) return TargetFault::TooLong;
  if (raw.empty() || raw[0] != '/') return TargetFault::NotAPath;
  if (raw.find('#') != std::string_view::npos) return TargetFault::Fragment;
  const std::size_t question = std::min(raw.find('?'), raw.size());
  auto path = read_path(raw.substr(0, question));
  if (const auto* fault = std::get_if<TargetFault>(&path)) return *fault;
  auto query = read_query(raw.substr(std::min(question + 1, raw.size())));
  if (const auto* fault = std::get_if<TargetFault>(&query)) return *fault;
  return Target{std::get<std::string>(std::move(path)), std::get<Query>(std::move(query))};
}

std::string_view text_of(TargetFault fault) {
  switch (fault) {
    case TargetFault::TooLong:
      return "the target is too long";
    case TargetFault::NotAPath:
      return "the target is no path of this server";
    case TargetFault::Fragment:
      return "the target holds `#`";
    case TargetFault::BadEscape:
      return "the target holds a `%` without two hexadecimal digits";
    case TargetFault::Control:
      return "the target holds a control character";
    case TargetFault::Backslash:
      return "the path holds a backslash";
    case TargetFault::EncodedSlash:
      return "the path holds an encoded slash";
    case TargetFault::DotSegment:
      return "the path holds `.` or `..`";
    case TargetFault::EmptySegment:
      return "the path holds an empty segment";
    case TargetFault::NotUtf8:
      return "the target is not UTF-8";
    case TargetFault::TooManyParameters:
      return "the query has too many parameters";
  }
  return "";
}

std::string encode_path(std::string_view path) {
  constexpr std::string_view literal = "-._~/";
  std::string out;
  for (const char c : path) {
    const bool plain = ascii_alpha(c) || ascii_digit(c) || literal.find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace tsg::web
