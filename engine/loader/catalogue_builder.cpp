// SPDX-License-Identifier: MIT
#include "engine/loader/catalogue_builder.h"

#include <fmt/format.h>

#include "engine/diagnostics/facts_codes.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::string member_key(NodeIndex object, std::string_view name) {
  return fmt::format("{}/{}", object, ascii_lowered(name));
}

FactType container_of(PathStep::Kind kind) {
  switch (kind) {
    case PathStep::Kind::Member:
      return FactType::Object;
    case PathStep::Kind::ListItem:
      return FactType::List;
    case PathStep::Kind::MapItem:
      return FactType::Map;
  }
  return FactType::Object;
}

std::string_view said_as(FactType type) {
  switch (type) {
    case FactType::Object:
      return "an object with members";
    case FactType::List:
      return "a list";
    case FactType::Map:
      return "a map";
    case FactType::String:
      return "a string";
    case FactType::Integer:
      return "an integer";
    case FactType::Number:
      return "a number";
    case FactType::Boolean:
      return "a boolean";
    case FactType::DateTime:
      return "a date-time";
  }
  return "";
}

}  // namespace

CatalogueBuilder::CatalogueBuilder(const Source& source, Diagnostics& diagnostics)
    : source_(source), diagnostics_(diagnostics) {
  CatalogueNode root;
  root.declared = true;
  root.required = true;
  catalogue_.nodes.push_back(std::move(root));
  drafts_.push_back({.typed = true});
}

void CatalogueBuilder::report(const Code& code, ByteRange range, std::string message, std::string help,
                              ByteRange first) {
  Diagnostic found = source_.diagnose(code, range, std::move(message), std::move(help));
  if (first != ByteRange{}) found.notes.push_back({"it stands here first", source_.place(first)});
  diagnostics_.push_back(std::move(found));
}

NodeIndex CatalogueBuilder::add_node(CatalogueNode node, ByteRange range) {
  if (catalogue_.nodes.size() >= limits::catalogue_nodes) {
    if (!full_) {
      report(codes::catalogue_value, range,
             fmt::format("the catalogue declares more than {} paths", limits::catalogue_nodes),
             "split the domain", {});
    }
    full_ = true;
    return no_node;
  }
  const auto index = static_cast<NodeIndex>(catalogue_.nodes.size());
  node.place = source_.place(range);
  node.document = node.parent == 0 ? static_cast<std::uint32_t>(catalogue_.documents.size())
                                   : catalogue_.node(node.parent).document;
  catalogue_.nodes.push_back(std::move(node));
  drafts_.push_back({.named_at = range});
  return index;
}

NodeIndex CatalogueBuilder::add_document(CatalogueDocument document, ByteRange range) {
  const NodeIndex same = catalogue_.member(0, document.key);
  if (same != no_node) {
    report(codes::catalogue_twice, range, fmt::format("the document `{}` is declared twice", document.key),
           "keep one of them", drafts_[same].named_at);
    return no_node;
  }
  const NodeIndex node = member_of(0, document.key, range);
  if (node == no_node) return no_node;
  catalogue_.nodes[node].declared = true;
  catalogue_.nodes[node].required = true;
  drafts_[node].own_class = document.data_class;
  document.node = node;
  document.place = source_.place(range);
  catalogue_.documents.push_back(std::move(document));
  return node;
}

NodeIndex CatalogueBuilder::member_of(NodeIndex object, std::string_view name, ByteRange range) {
  const std::string key = member_key(object, name);
  const auto known = members_.find(key);
  if (known != members_.end()) {
    const CatalogueNode& member = catalogue_.node(known->second);
    if (member.name == name) return known->second;
    report(codes::catalogue_twice, range,
           fmt::format("`{}` is spelled `{}` elsewhere, and names match without case", name, member.path),
           fmt::format("spell it `{}` everywhere", member.name), drafts_[known->second].named_at);
    return no_node;
  }
  CatalogueNode node;
  node.name = name;
  node.path = object == 0 ? std::string(name) : fmt::format("{}.{}", catalogue_.node(object).path, name);
  node.parent = object;
  const NodeIndex member = add_node(std::move(node), range);
  if (member == no_node) return no_node;
  catalogue_.nodes[object].members.push_back(member);
  members_.emplace(key, member);
  return member;
}

NodeIndex CatalogueBuilder::item_of(NodeIndex container, ByteRange range) {
  if (catalogue_.node(container).item != no_node) return catalogue_.node(container).item;
  const bool map = catalogue_.node(container).type == FactType::Map;
  CatalogueNode node;
  node.name = map ? "{}" : "[]";
  node.path = catalogue_.node(container).path + (map ? ".{}" : "[]");
  node.parent = container;
  const NodeIndex item = add_node(std::move(node), range);
  if (item != no_node) catalogue_.nodes[container].item = item;
  return item;
}

void CatalogueBuilder::set_type(NodeIndex node, FactType type) {
  catalogue_.nodes[node].type = type;
  drafts_[node].typed = true;
}

// The node is of `type`, or nothing has said yet what it is.
bool CatalogueBuilder::become(NodeIndex at, FactType type, ByteRange range) {
  CatalogueNode& node = catalogue_.nodes[at];
  Draft& draft = drafts_[at];
  if (draft.typed && node.type != type) {
    report(codes::catalogue_contradiction, range,
           fmt::format("`{}` is {} here and {} elsewhere", node.path, said_as(type), said_as(node.type)),
           "declare it as one of them", draft.typed_at);
    return false;
  }
  if (!draft.typed) draft.typed_at = range;
  set_type(at, type);
  return true;
}

NodeIndex CatalogueBuilder::walk(NodeIndex at, const PathStep& step, ByteRange range) {
  if (!become(at, container_of(step.kind), range)) return no_node;
  return step.kind == PathStep::Kind::Member ? member_of(at, step.name, range) : item_of(at, range);
}

// Gives `at` its type, and its items theirs.
bool CatalogueBuilder::fill_type(NodeIndex at, const TypeExpression& type, ByteRange range) {
  for (const FactType container : type.containers) {
    if (!become(at, container, range)) return false;
    at = item_of(at, range);
    if (at == no_node) return false;
    if (drafts_[at].own_entry) continue;
    catalogue_.nodes[at].declared = true;
    catalogue_.nodes[at].required = true;
  }
  return become(at, type.base, range);
}

bool CatalogueBuilder::fill_entry(NodeIndex at, const FactDeclaration& declaration) {
  CatalogueNode& node = catalogue_.nodes[at];
  Draft& draft = drafts_[at];
  if (draft.own_entry) {
    report(codes::catalogue_twice, declaration.range, fmt::format("`{}` is declared twice", node.path),
           "keep one of them", {node.place.range});
    return false;
  }
  draft.own_entry = true;
  node.declared = true;
  node.required = !declaration.type.optional;
  node.absent = declaration.absent;
  node.see = declaration.see;
  node.sample = declaration.sample;
  node.place = source_.place(declaration.range);
  if (declaration.data_class) draft.own_class = declaration.data_class;
  return true;
}

void CatalogueBuilder::declare(NodeIndex document, const FactDeclaration& declaration) {
  if (declaration.steps.size() + declaration.type.containers.size() >= limits::facts_depth) {
    report(codes::catalogue_path, declaration.range,
           fmt::format("the path is deeper than {}, and facts are read no deeper", limits::facts_depth),
           "declare what stands higher up", {});
    return;
  }
  NodeIndex at = document;
  for (const PathStep& step : declaration.steps) {
    at = walk(at, step, declaration.range);
    if (at == no_node) return;
  }
  if (!fill_entry(at, declaration)) return;
  fill_type(at, declaration.type, declaration.range);
}

// What has no entry of its own is required when something right below it is, which may have been told the
// same way.
void CatalogueBuilder::fill_required() {
  for (std::size_t i = catalogue_.nodes.size(); i-- > 1;) {
    const CatalogueNode& node = catalogue_.nodes[i];
    CatalogueNode& above = catalogue_.nodes[node.parent];
    if (!above.declared && node.required) above.required = true;
  }
}

void CatalogueBuilder::fill_classes() {
  for (std::size_t i = 1; i < catalogue_.nodes.size(); ++i) {
    CatalogueNode& node = catalogue_.nodes[i];
    node.data_class = drafts_[i].own_class.value_or(catalogue_.node(node.parent).data_class);
  }
}

void CatalogueBuilder::fill_shapes() {
  for (NodeIndex i = 0; i < catalogue_.nodes.size(); ++i) {
    CatalogueNode& node = catalogue_.nodes[i];
    // Where the catalogue was cut off at its limit, a list may have been left without items to speak of.
    const bool container = node.type == FactType::List || node.type == FactType::Map;
    if (container && node.item == no_node) node.type = FactType::Object;
    if (node.type != FactType::Object) continue;
    node.shape = static_cast<std::uint32_t>(catalogue_.shapes.size());
    catalogue_.shapes.push_back(i);
    for (std::size_t column = 0; column < node.members.size(); ++column) {
      catalogue_.nodes[node.members[column]].column = static_cast<std::uint32_t>(column);
    }
  }
}

Catalogue CatalogueBuilder::finish(std::string domain) && {
  fill_required();
  fill_classes();
  fill_shapes();
  catalogue_.domain = std::move(domain);
  catalogue_.file = source_.file();
  return std::move(catalogue_);
}

}  // namespace tsg
