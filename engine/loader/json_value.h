// SPDX-License-Identifier: MIT
// A value of a JSON tree, and the tree that holds all of them in the order they were written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

enum class JsonKind : std::uint8_t { Absent, Null, Boolean, Number, Text, List, Object };

struct JsonNode {
  JsonKind kind = JsonKind::Absent;
  bool escapes = false;      // a text with backslashes in it
  bool key_escapes = false;  // the same of its key
  ByteRange key = {};        // of a member, with its quotes if it has any; else empty
  ByteRange range = {};      // with quotes or brackets
  std::uint32_t next = 0;    // the node behind its last descendant
};

class JsonChildren;
struct JsonTree;

// Borrows the tree. A value that is not there is Absent: it has no members, no text and no place.
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(const JsonTree& tree, std::uint32_t node) : tree_(&tree), node_(node) {}

  JsonKind kind() const;
  bool is(JsonKind wanted) const { return kind() == wanted; }
  explicit operator bool() const { return tree_ != nullptr; }
  std::uint32_t node() const { return node_; }

  ByteRange range() const;
  ByteRange key_range() const;
  std::string_view written() const;  // the bytes of range()
  std::string key() const;
  std::string_view bare_key() const;  // as written, without quotes: the key, unless key_escaped()
  bool key_escaped() const;
  bool key_is(std::string_view name) const;
  bool key_is_ignoring_case(std::string_view name) const;

  bool is_true() const { return kind() == JsonKind::Boolean && written() == "true"; }
  std::string text() const;                     // decoded; empty when it is no text
  std::optional<std::int64_t> integer() const;  // of a number without fraction and exponent that fits

  // The member of that name; of several the last, as every reader for data has it.
  JsonValue member(std::string_view name) const;
  // The same; when there is none, the last whose name differs in case only.
  JsonValue member_ignoring_case(std::string_view name) const;
  JsonChildren children() const;

 private:
  // The last member whose key, `size` bytes long, is the `same`; 0, which is the root, when there is none.
  template <typename Same>
  std::uint32_t last_member(std::size_t size, Same same) const;

  const JsonTree* tree_ = nullptr;
  std::uint32_t node_ = 0;
};

struct JsonTree {
  std::string_view text = {};  // borrowed
  std::vector<JsonNode> nodes = {};

  JsonValue root() const { return nodes.empty() ? JsonValue() : JsonValue(*this, 0); }
};

// The members of an object or the items of a list, for a range-for.
class JsonChildren {
 public:
  class Iterator {
   public:
    Iterator(const JsonTree* tree, std::uint32_t node) : tree_(tree), node_(node) {}
    JsonValue operator*() const { return {*tree_, node_}; }
    Iterator& operator++() {
      node_ = tree_->nodes[node_].next;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const JsonTree* tree_;
    std::uint32_t node_;
  };
  JsonChildren() = default;
  JsonChildren(const JsonTree* tree, std::uint32_t first, std::uint32_t last)
      : tree_(tree), first_(first), last_(last) {}
  Iterator begin() const { return {tree_, first_}; }
  Iterator end() const { return {tree_, last_}; }
  bool empty() const { return first_ == last_; }

 private:
  const JsonTree* tree_ = nullptr;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace tsg
