// SPDX-License-Identifier: MIT
// Reads the members of one object of a request by their types. What is wrong is noted with its path, never
// with what was found; members that nobody asks for are ignored, and `null` is as good as absent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/model/form.h"
#include "tools/api/problem.h"

namespace tsg {

struct JsonTree;
class JsonValue;

enum class Presence : std::uint8_t { Required, Optional };

struct ScalarMember {
  std::string text = {};  // decoded; numbers and booleans as they are written
  std::string json = {};  // as it is written
};

class MemberReader {
 public:
  // Borrows both; the object is the `node` of the tree.
  MemberReader(const JsonTree& tree, std::uint32_t node, std::string path, std::vector<ProblemItem>& errors)
      : tree_(&tree), node_(node), path_(std::move(path)), errors_(&errors) {}

  // Of Required ones: not empty.
  std::string text(std::string_view name, Presence presence);
  // One of the words; the first when it is absent, or none of them.
  std::string word(std::string_view name, const std::vector<std::string>& words);
  std::optional<std::uint64_t> count(std::string_view name);
  // A text, number or boolean, which must be there.
  ScalarMember scalar(std::string_view name);
  // The bytes of an object as they stand in the body; nothing when there is none.
  std::optional<std::string_view> object(std::string_view name, Presence presence);
  std::vector<MemberReader> objects(std::string_view name);
  // {"id": "text" or ["text", ...], ...}
  ElementAnswers texts_by_name(std::string_view name);

 private:
  JsonValue member(std::string_view name, Presence presence, std::string_view wanted);
  std::string path_of(std::string_view name) const;
  void wrong(std::string path, std::string message);

  const JsonTree* tree_;
  std::uint32_t node_;
  std::string path_;
  std::vector<ProblemItem>* errors_;
};

}  // namespace tsg
