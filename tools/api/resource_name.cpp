// SPDX-License-Identifier: MIT
#include "tools/api/resource_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <tuple>

namespace tsg {

namespace {

constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-+@()_";
constexpr std::size_t most_digits = 9;  // of a restart's number

std::string label_of(std::string_view name) {
  return fmt::format("{}{}", troubleshooter_label, name);
}

struct Numbered {
  std::string_view stem = {};
  std::uint32_t number = 1;
};

// "run-2" is the second of "run"; a name without a number is its own first.
Numbered numbered(std::string_view name) {
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos || dash == 0) return {name};
  const std::string_view digits = name.substr(dash + 1);
  if (digits.empty() || digits.size() > most_digits || digits.front() == '0') return {name};
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return {name};
  return {name.substr(0, dash), number};
}

}  // namespace

std::optional<Problem> wrong_resource_name(std::string_view name) {
  const bool sound = !name.empty() && name.size() <= resource_name_bytes &&
                     name.find_first_not_of(allowed) == std::string_view::npos;
  if (sound) return std::nullopt;
  return Problem{.detail = "this is no name of a resource",
                 .help = "1 to 100 letters, digits and -+@()_",
                 .errors = {{"name", "must be 1 to 100 letters, digits and -+@()_"}}};
}

Result<std::optional<SessionHead>> find_troubleshooter(SessionStore& store, std::string_view name) {
  const std::string label = label_of(name);
  auto heads = store.heads({.label_contains = label});
  if (!heads.ok()) return heads.error();
  std::optional<SessionHead> found;
  const auto place = [](const SessionHead& head) { return std::tie(head.opened_at, head.id); };
  for (const SessionHead& each : heads.value())
    if (each.label == label && (!found || place(each) < place(*found))) found = each;
  return found;
}

Result<std::string> restarted_name(SessionStore& store, std::string_view name) {
  const Numbered from = numbered(name);
  const std::string_view stem = from.stem.substr(0, resource_name_bytes - 1 - most_digits - 1);
  const std::string label = label_of(stem);
  auto heads = store.heads({.label_contains = label + "-"});
  if (!heads.ok()) return heads.error();
  std::uint32_t highest = from.number;
  for (const SessionHead& each : heads.value()) {
    const Numbered other = numbered(each.label);
    if (other.stem == label) highest = std::max(highest, other.number);
  }
  return fmt::format("{}-{}", stem, highest + 1);
}

std::unique_lock<std::mutex> ResourceNameLocks::hold(std::string_view name) {
  return std::unique_lock(locks_[std::hash<std::string_view>()(name) % locks_.size()]);
}

}  // namespace tsg
