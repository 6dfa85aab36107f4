// SPDX-License-Identifier: MIT
#include "tests/fuzz/facts_dump.h"

#include <fmt/format.h>

#include <iterator>

namespace tsg::fuzz {

namespace {

class Dump {
 public:
  explicit Dump(const Facts& facts) : facts_(facts), catalogue_(facts.catalogue()) {}

  void row(NodeIndex object, RowIndex row) {
    for (const NodeIndex member : catalogue_.node(object).members) {
      cell(facts_.path_of(member, row), member, facts_.cell(member, row));
    }
  }
  std::string take() { return std::move(out_); }

 private:
  void cell(const std::string& path, NodeIndex node, const FactCell& cell) {
    fmt::format_to(std::back_inserter(out_), "{} {} {}", path, static_cast<int>(cell.state),
                   static_cast<int>(cell.found));
    if (cell.state == CellState::Present) value(node, cell);
    out_ += '\n';
  }

  void value(NodeIndex node, const FactCell& cell) {
    const auto out = std::back_inserter(out_);
    switch (catalogue_.node(node).type) {
      case FactType::Object:
        out_ += '\n';
        row(node, cell.first);
        return;
      case FactType::List:
      case FactType::Map:
        fmt::format_to(out, " {} items\n", cell.size);
        for (std::uint32_t i = 0; i < cell.size; ++i) item(catalogue_.node(node).item, cell.first + i);
        return;
      case FactType::String:
      case FactType::DateTime:
        fmt::format_to(out, " {}", cell.string());
        return;
      case FactType::Integer:
        fmt::format_to(out, " {}", cell.integer);
        return;
      case FactType::Number:
        fmt::format_to(out, " {}", cell.number);
        return;
      case FactType::Boolean:
        fmt::format_to(out, " {}", cell.boolean);
        return;
    }
  }

  void item(NodeIndex item, std::uint32_t at) {
    if (catalogue_.node(item).type != FactType::Object) {
      return cell(facts_.item_path(item, at), item, facts_.item(item, at));
    }
    out_ += facts_.row_path(item, at) + '\n';
    row(item, at);
  }

  const Facts& facts_;
  const Catalogue& catalogue_;
  std::string out_ = {};
};

}  // namespace

std::string dump(const Facts& facts) {
  Dump made(facts);
  made.row(0, 0);
  return made.take();
}

}  // namespace tsg::fuzz
