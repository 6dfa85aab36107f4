// SPDX-License-Identifier: MIT
#include "engine/checker/guarantees.h"

#include <algorithm>
#include <cassert>
#include <deque>

#include "engine/checker/value_sources.h"

namespace tsg {

namespace {

constexpr std::size_t word_bits = 64;

bool has_bit(const std::vector<std::uint64_t>& bits, std::size_t bit) {
  return ((bits[bit / word_bits] >> (bit % word_bits)) & 1U) != 0;
}

void set_bit(std::vector<std::uint64_t>& bits, std::size_t bit) {
  bits[bit / word_bits] |= std::uint64_t{1} << (bit % word_bits);
}

}  // namespace

Guarantees::Guarantees(const WalkGraph& graph, const Pack& pack, const std::vector<std::string>& placeholders,
                       std::size_t travelled)
    : graph_(graph) {
  const Bits none((placeholders.size() + word_bits - 1) / word_bits);
  Bits always = none;
  std::map<std::string, Bits, std::less<>> filled_by;
  for (const std::string& placeholder : placeholders) {
    const std::size_t bit = bit_of_.emplace(placeholder, bit_of_.size()).first->second;
    const ValueSources sources = sources_of(pack, graph.travelled()[travelled], placeholder);
    if (sources.always) set_bit(always, bit);
    for (const std::string& name : sources.names)
      set_bit(filled_by.try_emplace(name, none).first->second, bit);
  }
  for (const Way& way : graph.ways()) {
    Bits& given = given_.emplace_back(always);
    for (const std::string& name : way.gives) {
      const auto fills = filled_by.find(name);
      if (fills == filled_by.end()) continue;
      for (std::size_t word = 0; word < given.size(); ++word) given[word] |= fills->second[word];
    }
  }
  there_.assign(graph.nodes().size(), Bits(none.size(), ~std::uint64_t{0}));
  if (!there_.empty()) there_.front() = none;
  settle();
}

// Every node starts with everything and only ever loses, so this ends.
void Guarantees::settle() {
  std::deque<std::size_t> waiting;
  std::vector<bool> is_waiting(graph_.nodes().size(), true);
  for (std::size_t node = 0; node < graph_.nodes().size(); ++node) waiting.push_back(node);
  while (!waiting.empty()) {
    const std::size_t node = waiting.front();
    waiting.pop_front();
    is_waiting[node] = false;
    for (const std::size_t index : graph_.nodes()[node].ways) {
      const Way& way = graph_.ways()[index];
      if (way.to == no_way) continue;
      bool lost = false;
      for (std::size_t word = 0; word < there_[node].size(); ++word) {
        const std::uint64_t kept = there_[way.to][word] & (there_[node][word] | given_[index][word]);
        lost = lost || kept != there_[way.to][word];
        there_[way.to][word] = kept;
      }
      if (!lost || is_waiting[way.to]) continue;
      is_waiting[way.to] = true;
      waiting.push_back(way.to);
    }
  }
}

bool Guarantees::gives(std::size_t way, std::size_t bit) const {
  return has_bit(given_[way], bit);
}

bool Guarantees::has(std::size_t way, const std::string& placeholder) const {
  const std::size_t bit = bit_of_.at(placeholder);
  return gives(way, bit) || has_bit(there_[graph_.ways()[way].from], bit);
}

std::vector<std::size_t> Guarantees::way_without(std::size_t way, const std::string& placeholder) const {
  const std::size_t bit = bit_of_.at(placeholder);
  const std::size_t end = graph_.ways()[way].from;
  std::vector<std::size_t> came_by(graph_.nodes().size(), no_way);
  std::deque<std::size_t> waiting = {0};
  while (!waiting.empty() && waiting.front() != end) {
    const std::size_t node = waiting.front();
    waiting.pop_front();
    for (const std::size_t index : graph_.nodes()[node].ways) {
      const std::size_t to = graph_.ways()[index].to;
      if (to == no_way || to == 0 || came_by[to] != no_way || gives(index, bit)) continue;
      came_by[to] = index;
      waiting.push_back(to);
    }
  }
  std::vector<std::size_t> ways = {way};
  for (std::size_t at = end; at != 0; at = graph_.ways()[ways.back()].from) {
    assert(came_by[at] != no_way);
    ways.push_back(came_by[at]);
  }
  std::reverse(ways.begin(), ways.end());
  return without_detours(ways);
}

// A way over other guides may come back to a step it has met, which a walk may not: what lies between is left
// out. Less is given on what remains, so the value is still missing.
std::vector<std::size_t> Guarantees::without_detours(const std::vector<std::size_t>& ways) const {
  std::vector<std::size_t> kept;
  for (const std::size_t way : ways) {
    const WalkNode& from = graph_.nodes()[graph_.ways()[way].from];
    const auto met = std::find_if(kept.begin(), kept.end(), [this, &from](std::size_t each) {
      const WalkNode& node = graph_.nodes()[graph_.ways()[each].from];
      return node.step == from.step && node.asked == from.asked;
    });
    kept.erase(met, kept.end());
    kept.push_back(way);
  }
  return kept;
}

}  // namespace tsg
