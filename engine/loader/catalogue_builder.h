// SPDX-License-Identifier: MIT
// Grows the tree of a catalogue from declarations, one path at a time, and says where two of them contradict
// each other.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/diagnostics/source.h"
#include "engine/loader/fact_path.h"
#include "engine/model/catalogue.h"

namespace tsg {

// One entry of a catalogue.
struct FactDeclaration {
  std::vector<PathStep> steps = {};  // below the document; empty declares the document itself
  TypeExpression type = {};
  std::optional<DataClass> data_class = {};
  std::string absent = {};
  std::string see = {};
  std::string sample = {};
  ByteRange range = {};
};

class CatalogueBuilder {
 public:
  // Borrows both.
  CatalogueBuilder(const Source& source, Diagnostics& diagnostics);

  // Adds a document; no_node, and a diagnostic, when one of its name is there already. `document.node` is
  // filled here.
  NodeIndex add_document(CatalogueDocument document, ByteRange range);
  void declare(NodeIndex document, const FactDeclaration& declaration);
  // What is known when all is declared: requirement, class, shapes. No declaration may follow.
  Catalogue finish(std::string domain) &&;

  bool has_document(std::string_view key) const { return catalogue_.member(0, key) != no_node; }
  // What the node is, when a type or a path has said so.
  std::optional<FactType> type_of(NodeIndex node) const {
    return drafts_[node].typed ? std::optional(catalogue_.node(node).type) : std::nullopt;
  }
  void set_type(NodeIndex node, FactType type);

 private:
  // What is known of a node only while the tree grows.
  struct Draft {
    bool typed = false;
    bool own_entry = false;
    ByteRange typed_at = {};
    ByteRange named_at = {};
    std::optional<DataClass> own_class = {};
  };

  NodeIndex add_node(CatalogueNode node, ByteRange range);
  NodeIndex walk(NodeIndex at, const PathStep& step, ByteRange range);
  NodeIndex member_of(NodeIndex object, std::string_view name, ByteRange range);
  NodeIndex item_of(NodeIndex container, ByteRange range);
  bool become(NodeIndex at, FactType type, ByteRange range);
  bool fill_type(NodeIndex at, const TypeExpression& type, ByteRange range);
  bool fill_entry(NodeIndex at, const FactDeclaration& declaration);
  void fill_required();
  void fill_classes();
  void fill_shapes();
  void report(const Code& code, ByteRange range, std::string message, std::string help, ByteRange first);

  const Source& source_;
  Diagnostics& diagnostics_;
  Catalogue catalogue_ = {};
  std::vector<Draft> drafts_ = {};                           // by node
  std::unordered_map<std::string, NodeIndex> members_ = {};  // "<object>/<lower-case name>"
  bool full_ = false;
};

}  // namespace tsg
