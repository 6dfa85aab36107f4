// SPDX-License-Identifier: MIT
#include "engine/loader/facts_writer.h"

#include <fmt/format.h>

#include <map>

#include "engine/model/limits.h"
#include "engine/model/secret_keys.h"
#include "engine/text/json_writer.h"

namespace tsg {

namespace {

// The marks of the secrets of one subject: equal secrets of one type have one mark.
class SecretMarks {
 public:
  std::size_t number_of(FactType type, const std::string& bytes) {
    return marks_.emplace(std::make_pair(type, bytes), marks_.size() + 1).first->second;
  }

 private:
  std::map<std::pair<FactType, std::string>, std::size_t> marks_ = {};
};

class DocumentWriter {
 public:
  DocumentWriter(const Facts& facts, SecretMarks& marks)
      : facts_(facts), catalogue_(facts.catalogue()), marks_(marks) {}

  std::string write(NodeIndex node) {
    const FactCell& cell = facts_.cell(node, 0);
    const bool list = catalogue_.node(node).type == FactType::List;
    // A key stands once among the documents: what cannot be a conflict again is of a wrong type, which no
    // rule can use either.
    if (cell.state == CellState::Conflict && !list) {
      json_.string("given twice");
    } else {
      write_cell(node, cell);
    }
    return json_.take();
  }

 private:
  void write_cell(NodeIndex node, const FactCell& cell) {
    switch (cell.state) {
      case CellState::Absent:
      case CellState::Null:
        json_.null();
        return;
      case CellState::Conflict:
        return write_conflict(catalogue_.node(node).type);
      case CellState::WrongType:
        return write_kind(cell.found);
      case CellState::Withheld:
        json_.string(std::string(limits::rule_string_bytes + 1, '-'));
        return;
      case CellState::Present:
      case CellState::Stale:
        return write_present(node, cell);
    }
  }

  // A list may stand where no name can be given twice; its `value` can.
  void write_conflict(FactType type) {
    if (type != FactType::List) {
      json_.null();
      return;
    }
    json_.begin_object().key("value").begin_array().end_array();
    json_.key("value").begin_array().end_array().end_object();
  }

  // A value of that kind without its contents.
  void write_kind(JsonKind kind) {
    switch (kind) {
      case JsonKind::Null:
        json_.null();
        return;
      case JsonKind::Boolean:
        json_.boolean(false);
        return;
      case JsonKind::Integer:
        json_.integer(0);
        return;
      case JsonKind::Number:
        json_.number(0.5);
        return;
      case JsonKind::String:
        json_.string("");
        return;
      case JsonKind::Array:  // not an empty one: as a document, that is known to be nothing
        json_.begin_array().null().end_array();
        return;
      case JsonKind::Object:
        json_.begin_object().end_object();
        return;
    }
  }

  void write_present(NodeIndex node, const FactCell& cell) {
    const CatalogueNode& declared = catalogue_.node(node);
    switch (declared.type) {
      case FactType::Object:
        return write_row(node, cell.first);
      case FactType::List:
        return write_list(declared.item, cell);
      case FactType::Map:
        return write_map(node, cell);
      case FactType::String:
      case FactType::Integer:
      case FactType::Number:
      case FactType::Boolean:
      case FactType::DateTime:
        return declared.data_class == DataClass::Secret ? write_secret(declared.type, cell)
                                                        : write_scalar(declared.type, cell);
    }
  }

  void write_scalar(FactType type, const FactCell& cell) {
    if (type == FactType::Integer) json_.integer(cell.integer);
    if (type == FactType::Number) json_.number(cell.number);
    if (type == FactType::Boolean) json_.boolean(cell.boolean);
    if (type == FactType::String || type == FactType::DateTime) json_.string(cell.string());
  }

  void write_secret(FactType type, const FactCell& cell) {
    if (type == FactType::Boolean) {
      // Two values at most: the first one met is written as true.
      json_.boolean(marks_.number_of(type, cell.boolean ? "1" : "0") == first_boolean());
      return;
    }
    const std::string bytes = type == FactType::Integer  ? std::to_string(cell.integer)
                              : type == FactType::Number ? fmt::format("{:a}", cell.number)
                                                         : std::string(cell.string());
    const std::size_t mark = marks_.number_of(type, bytes);
    if (type == FactType::Integer) json_.integer(static_cast<std::int64_t>(mark));
    if (type == FactType::Number) json_.number(static_cast<double>(mark));
    if (type == FactType::String) json_.string(fmt::format("secret-{}", mark));
    // A leap of a second a mark from the beginning of time.
    if (type == FactType::DateTime)
      json_.string(fmt::format("1970-01-01T{:02}:{:02}:{:02}Z", mark / 3600 % 24, mark / 60 % 60, mark % 60));
  }

  std::size_t first_boolean() {
    const std::size_t one = marks_.number_of(FactType::Boolean, "1");
    const std::size_t other = marks_.number_of(FactType::Boolean, "0");
    return one < other ? one : other;
  }

  void write_row(NodeIndex object, RowIndex row) {
    const std::vector<NodeIndex>& members = catalogue_.node(object).members;
    const FactCell* cells = facts_.row(object, row);
    json_.begin_object();
    for (std::size_t column = 0; column < members.size(); ++column) {
      if (cells[column].state == CellState::Absent) continue;
      json_.key(catalogue_.node(members[column]).name);
      write_cell(members[column], cells[column]);
      if (cells[column].state == CellState::Conflict) json_.key(catalogue_.node(members[column]).name).null();
    }
    json_.end_object();
  }

  // An item of a list or map of objects. One that was no object has marked every member of its row.
  void write_item_row(NodeIndex object, RowIndex row) {
    const FactCell* cells = facts_.row(object, row);
    const std::size_t columns = catalogue_.node(object).members.size();
    bool no_object = columns > 0;
    for (std::size_t i = 0; i < columns; ++i) {
      no_object = no_object && cells[i].state == CellState::WrongType && cells[i].found == cells[0].found;
    }
    if (no_object && cells[0].found != JsonKind::Object) return write_kind(cells[0].found);
    write_row(object, row);
  }

  void write_item(NodeIndex item, std::uint32_t at) {
    if (catalogue_.node(item).type == FactType::Object) return write_item_row(item, at);
    write_cell(item, facts_.item(item, at));
  }

  void write_list(NodeIndex item, const FactCell& cell) {
    json_.begin_array();
    for (std::uint32_t i = 0; i < cell.size; ++i) write_item(item, cell.first + i);
    json_.end_array();
  }

  bool in_conflict(NodeIndex item, std::uint32_t at) const {
    if (catalogue_.node(item).type != FactType::Object)
      return facts_.item(item, at).state == CellState::Conflict;
    const std::size_t columns = catalogue_.node(item).members.size();
    const FactCell* cells = facts_.row(item, at);
    for (std::size_t i = 0; i < columns; ++i) {
      if (cells[i].state != CellState::Conflict) return false;
    }
    return columns > 0;
  }

  void write_map(NodeIndex node, const FactCell& cell) {
    const CatalogueNode& map = catalogue_.node(node);
    const bool secret = secret_keys(catalogue_, node);
    json_.begin_object();
    for (std::uint32_t i = 0; i < cell.size; ++i) {
      const std::uint32_t at = cell.first + i;
      std::string key(facts_.map_key(map.item, at));
      if (secret) key = fmt::format("secret-{}", marks_.number_of(FactType::Map, key));
      json_.key(key);
      if (!in_conflict(map.item, at)) {
        write_item(map.item, at);
        continue;
      }
      json_.null().key(key).null();
    }
    json_.end_object();
  }

  const Facts& facts_;
  const Catalogue& catalogue_;
  SecretMarks& marks_;
  JsonWriter json_ = JsonWriter();
};

std::string write_gathering(const Facts& facts) {
  JsonWriter json;
  json.begin_object();
  const std::vector<CatalogueDocument>& documents = facts.catalogue().documents;
  bool any = false;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    const Gathering& gathering = facts.gathering(i);
    if (gathering == Gathering{}) continue;
    any = true;
    json.key(documents[i].key).begin_object();
    json.member("at", gathering.at).member("command", gathering.command).member("tool", gathering.tool);
    json.end_object();
  }
  json.end_object();
  return any ? json.take() : std::string();
}

}  // namespace

std::vector<KeptDocument> write_facts(const Facts& facts) {
  std::vector<KeptDocument> documents;
  SecretMarks marks;
  for (const CatalogueDocument& document : facts.catalogue().documents) {
    const FactCell& cell = facts.cell(document.node, 0);
    if (cell.state == CellState::Absent) continue;
    documents.push_back({document.key, DocumentWriter(facts, marks).write(document.node)});
  }
  if (std::string gathering = write_gathering(facts); !gathering.empty())
    documents.push_back({"_gathered", std::move(gathering)});
  return documents;
}

std::string join_documents(const std::vector<KeptDocument>& documents) {
  std::string text = "{";
  for (const KeptDocument& document : documents) {
    if (text.size() > 1) text += ',';
    append_json_string(text, document.key);
    text += ':';
    text += document.json;
  }
  return text + "}";
}

}  // namespace tsg
