// SPDX-License-Identifier: MIT
// A network of three blocks of 256 addresses, in which every question can be answered by trying each address:
// the plainest evaluator there is, written without prefixes, sets or halving.
//
//   block 0: 10.0.0.x, private   block 1: 198.51.100.x, public   block 2: 2001:db8::x, public
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace tsg::conform {

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  unsigned below(unsigned count) { return static_cast<unsigned>(engine_() % count); }
  bool one_in(unsigned count) { return below(count) == 0; }

 private:
  std::mt19937 engine_;
};

struct Address {
  unsigned block = 0;
  unsigned number = 0;
};

// 2^bits addresses of a block.
struct Block {
  unsigned block = 0;
  unsigned first = 0;
  unsigned bits = 0;

  bool holds(const Address& address) const {
    return address.block == block && address.number >> bits == first >> bits;
  }
  std::string text() const;
  unsigned length() const { return (block == 2 ? 128 : 32) - bits; }
};

enum class Truth { No, Maybe, Yes };

// What may stand in a rule's address list.
struct Entry {
  enum class Kind { Any, AnyV4, AnyV6, Prefix, Tag, Group } kind = Kind::Any;
  Block prefix = {};
  std::string name = {};  // of a tag or group
  std::string text() const;
};

using Named = std::map<std::string, std::vector<Block>>;

// What is known about tags and groups: names that are missing are known to nobody.
struct World {
  Named tags = {};
  Named groups = {};
  Truth holds(const Entry& entry, const Address& address) const;
};

struct SmallRule {
  std::string name = {};
  unsigned priority = 0;
  std::string access = {};
  std::string protocol = {};
  std::vector<Entry> sources = {};
  std::vector<Entry> destinations = {};
  std::vector<std::pair<unsigned, unsigned>> ports = {};  // empty: all

  Truth matches(const World& world, const std::string& of, const Address& from, const Address& to,
                std::optional<unsigned> port) const;
  nlohmann::ordered_json group_rule() const;
  nlohmann::ordered_json admin_rule() const;
};

Block random_block(Dice& dice, unsigned most_bits);
World random_world(Dice& dice);
// Without groups when they are to stand in admin rules.
SmallRule random_rule(Dice& dice, unsigned number, bool with_groups);
nlohmann::ordered_json to_json(const Named& named);

}  // namespace tsg::conform
