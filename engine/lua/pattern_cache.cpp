// SPDX-License-Identifier: MIT
#include "engine/lua/pattern_cache.h"

#include <re2/re2.h>

namespace tsg::lua {

namespace {

constexpr std::int64_t compiled_bytes = 256 << 10;
constexpr int compiled_steps = 2000;  // times 64 KB of text: what one match may cost without a DFA
constexpr int most_captures = 32;

PatternCache::Entry compile(std::string_view pattern) {
  PatternCache::Entry entry{.pattern = std::string(pattern), .compiled = {}, .problem = {}};
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(compiled_bytes);
  std::unique_ptr<RE2, PatternCache::Delete> compiled(
      new RE2(re2::StringPiece(pattern.data(), pattern.size()), options));
  if (!compiled->ok()) {
    entry.problem = compiled->error();
  } else if (compiled->ProgramSize() > compiled_steps ||
             compiled->NumberOfCapturingGroups() > most_captures) {
    entry.problem = "it is too large when compiled";
  } else {
    entry.compiled = std::move(compiled);
  }
  return entry;
}

}  // namespace

void PatternCache::Delete::operator()(re2::RE2* compiled) const {
  delete compiled;
}

PatternCache::PatternCache() = default;
PatternCache::~PatternCache() = default;

const PatternCache::Entry& PatternCache::find(std::string_view pattern) {
  const auto known = by_pattern_.find(pattern);
  if (known != by_pattern_.end()) {
    entries_.splice(entries_.begin(), entries_, known->second);
    return entries_.front();
  }
  if (entries_.size() >= patterns) {
    by_pattern_.erase(entries_.back().pattern);
    entries_.pop_back();
  }
  entries_.push_front(compile(pattern));
  by_pattern_.emplace(entries_.front().pattern, entries_.begin());
  return entries_.front();
}

std::optional<Captures> first_match(const re2::RE2& pattern, std::string_view text) {
  const int groups = pattern.NumberOfCapturingGroups();
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups) + 1);
  const re2::StringPiece subject(text.data(), text.size());
  const bool matched = pattern.Match(subject, 0, text.size(), RE2::UNANCHORED, found.data(), groups + 1);
  if (!matched) return std::nullopt;
  if (groups > 0) found.erase(found.begin());
  Captures captures;
  for (const re2::StringPiece& piece : found) {
    if (piece.data() == nullptr) {
      captures.emplace_back(std::nullopt);
    } else {
      captures.emplace_back(std::string_view(piece.data(), piece.size()));
    }
  }
  return captures;
}

}  // namespace tsg::lua
