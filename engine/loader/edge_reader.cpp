// SPDX-License-Identifier: MIT
#include "engine/loader/edge_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/pack_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::string_view target_forms =
    "write \"step\", \"outcome:id\", \"article:id\" or \"guide:id#step\"";

}  // namespace

bool valid_id(std::string_view id) {
  const auto inner = [](char c) { return (c >= 'a' && c <= 'z') || ascii_digit(c) || c == '-'; };
  return !id.empty() && id.front() != '-' && std::all_of(id.begin(), id.end(), inner);
}

void check_id(TomlDocument& document, const toml::key& key, std::string_view what) {
  if (valid_id(key.str())) return;
  document.report(codes::bad_id, key.source(), fmt::format("`{}` is no id for a {}", key.str(), what),
                  "use lower-case letters, digits and hyphens, beginning with a letter or digit");
}

std::optional<Target> parse_target(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) {
    if (!valid_id(text)) return std::nullopt;
    return Target{TargetKind::Step, std::string(text), {}};
  }
  const std::string_view kind = text.substr(0, colon);
  std::string_view rest = text.substr(colon + 1);
  if (kind == "outcome" && valid_id(rest)) return Target{TargetKind::Outcome, std::string(rest), {}};
  if (kind == "article" && !rest.empty()) return Target{TargetKind::Article, std::string(rest), {}};
  if (kind != "guide") return std::nullopt;
  const std::size_t hash = rest.find('#');
  const std::string_view step = hash == std::string_view::npos ? std::string_view() : rest.substr(hash + 1);
  rest = rest.substr(0, hash);
  if (!valid_id(rest) || (hash != std::string_view::npos && !valid_id(step))) return std::nullopt;
  return Target{TargetKind::Guide, std::string(rest), std::string(step)};
}

std::optional<Edge> read_edge(TomlDocument& document, std::string option, const TomlEntry& entry) {
  const auto text = entry.value->value_exact<std::string>();
  if (!text) {
    document.report(codes::bad_target, entry.key->source(),
                    fmt::format("`{}` holds {}, not a target", entry.name(), kind_of(*entry.value)),
                    entry.value->is_table()
                        ? "a dot in a key makes a table: quote the key, as in `next.\"a.b\"`"
                        : std::string(target_forms));
    return std::nullopt;
  }
  const auto target = parse_target(*text);
  if (!target) {
    document.report(codes::bad_target, entry.value->source(),
                    fmt::format("`{}` cannot be read as a target", *text), std::string(target_forms));
    return std::nullopt;
  }
  return Edge{std::move(option), *target, document.place(entry.key->source())};
}

std::string complete_rule_name(std::string name, std::string_view domain) {
  const bool complete = name.empty() || name.find('/') != std::string::npos;
  return complete ? name : fmt::format("{}/{}", domain, name);
}

}  // namespace tsg
