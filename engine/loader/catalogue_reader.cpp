// SPDX-License-Identifier: MIT
#include "engine/loader/catalogue_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/diagnostics/facts_codes.h"
#include "engine/diagnostics/toml_codes.h"
#include "engine/loader/catalogue_builder.h"
#include "engine/loader/toml_document.h"
#include "engine/text/ascii.h"
#include "engine/text/duration.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

constexpr std::int64_t highest_cost = 1'000'000;
constexpr double longest_age_seconds = 100.0 * 366 * 86400;

// A value such as `443` or `"contoso.com"` as text.
std::string text_of(const toml::node& value) {
  if (const auto text = value.value_exact<std::string>()) return *text;
  if (const auto number = value.value_exact<std::int64_t>()) return fmt::format("{}", *number);
  if (const auto number = value.value_exact<double>()) return fmt::format("{}", *number);
  if (const auto boolean = value.value_exact<bool>()) return *boolean ? "true" : "false";
  return {};
}

// The path an author meant who left the quotes away: tables in tables, down to the value.
std::string unquoted_path(std::string_view name, const toml::node& value) {
  std::string path(name);
  const toml::node* at = &value;
  while (at->is_table() && !at->as_table()->empty()) {
    const auto first = at->as_table()->begin();
    path += fmt::format(".{}", first->first.str());
    at = &first->second;
  }
  return path;
}

class CatalogueRead {
 public:
  CatalogueRead(std::string file, std::string_view bytes)
      : toml_(std::move(file), bytes), builder_(toml_.source(), found_) {}

  CatalogueReading finish(std::string domain) && {
    if (toml_.readable()) {
      for (const TomlEntry& entry : entries_in_order(toml_.root())) read_entry(entry);
    }
    add_now();
    CatalogueReading reading;
    reading.catalogue = std::move(builder_).finish(std::move(domain));
    reading.diagnostics = std::move(toml_).take_diagnostics();
    reading.diagnostics.insert(reading.diagnostics.end(), std::make_move_iterator(found_.begin()),
                               std::make_move_iterator(found_.end()));
    std::stable_sort(
        reading.diagnostics.begin(), reading.diagnostics.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.place.range.begin < b.place.range.begin; });
    return reading;
  }

 private:
  void report(const Code& code, const toml::source_region& at, std::string message, std::string help) {
    found_.push_back(toml_.source().diagnose(code, toml_.range(at), std::move(message), std::move(help)));
  }

  void read_entry(const TomlEntry& entry) {
    if (entry.name() == "format") return;
    const toml::table* table = entry.value->as_table();
    const auto steps = parse_fact_path(entry.name());
    if (table == nullptr) {
      report(codes::catalogue_document, entry.key->source(),
             fmt::format("`{}` is {}, not a document", entry.name(), kind_of(*entry.value)),
             "a catalogue holds `format` and a table for each document");
    } else if (!steps || steps->size() != 1 || steps->front().kind != PathStep::Kind::Member) {
      report(codes::catalogue_document, entry.key->source(),
             fmt::format("`{}` cannot name a document", entry.name()),
             "a document's name holds no dots, brackets or blanks");
    } else {
      read_document(entry, *table);
    }
  }

  void read_document(const TomlEntry& entry, const toml::table& table) {
    toml_.report_unknown_keys(table, {"gather", "resource-type", "cost", "class", "max-age", "type", "paths"},
                              fmt::format("the document `{}`", entry.name()));
    CatalogueDocument document;
    document.key = entry.name();
    document.data_class = read_class(table).value_or(document.data_class);
    read_resource_types(table, document);
    read_gather(table, document);
    read_cost(table, document);
    read_max_age(table, document);
    const NodeIndex node = builder_.add_document(std::move(document), toml_.range(entry.key->source()));
    if (node == no_node) return;
    read_document_type(entry, table, node);
    if (const toml::table* paths = toml_.table_of(table, "paths")) {
      for (const TomlEntry& path : entries_in_order(*paths)) read_path(path, node);
    }
    settle_document(entry, table, node);
  }

  void read_document_type(const TomlEntry& entry, const toml::table& table, NodeIndex node) {
    const toml::node* value = table.get("type");
    if (value == nullptr) return;
    const std::optional<TypeExpression> type = read_type(entry.name(), *value);
    if (!type) return;
    if (type->optional) {
      report(codes::catalogue_document, value->source(),
             fmt::format("`?` stands on the document `{}`, and a document is never optional", entry.name()),
             "leave the `?` away: facts say that there is none with `null`");
    }
    FactDeclaration declaration;
    declaration.type = *type;
    declaration.type.optional = false;
    declaration.range = toml_.range(value->source());
    builder_.declare(node, declaration);
  }

  // A document about which nothing was said is an object of which nothing can be read.
  void settle_document(const TomlEntry& entry, const toml::table& table, NodeIndex node) {
    const std::optional<FactType> type = builder_.type_of(node);
    if (equal_ignoring_case(entry.name(), "now")) return settle_now(entry, node, type);
    if (!type) builder_.set_type(node, FactType::Object);
    if (table.contains("type") || table.contains("paths")) return;
    report(codes::catalogue_empty_document, entry.key->source(),
           fmt::format("the document `{}` declares no path, so no rule can read it", entry.name()),
           fmt::format("add `[{}.paths]` or `type`", entry.name()));
  }

  void settle_now(const TomlEntry& entry, NodeIndex node, std::optional<FactType> type) {
    if (!type) builder_.set_type(node, FactType::DateTime);
    if (type.value_or(FactType::DateTime) == FactType::DateTime) return;
    report(codes::catalogue_document, entry.key->source(), "`now` is the current time, and nothing else",
           "write `type = \"date-time\"`, or leave `now` away: it is always there");
  }

  void add_now() {
    if (builder_.has_document("now")) return;
    CatalogueDocument now;
    now.key = "now";
    now.data_class = DataClass::Public;
    const NodeIndex node = builder_.add_document(std::move(now), {});
    if (node != no_node) builder_.set_type(node, FactType::DateTime);
  }

  void read_path(const TomlEntry& entry, NodeIndex document) {
    const std::optional<std::vector<PathStep>> steps = parse_fact_path(entry.name());
    if (!steps) {
      report(codes::catalogue_path, entry.key->source(), fmt::format("`{}` is no fact path", entry.name()),
             "write members with dots between them, `[]` for list items, `{}` for map items");
      return;
    }
    FactDeclaration declaration;
    declaration.steps = *steps;
    declaration.range = toml_.range(entry.key->source());
    if (read_path_value(entry, declaration)) builder_.declare(document, declaration);
  }

  bool read_path_value(const TomlEntry& entry, FactDeclaration& declaration) {
    const toml::table* table = entry.value->as_table();
    if (table != nullptr && table->is_inline()) return read_path_table(entry, *table, declaration);
    if (table != nullptr) {
      report(codes::catalogue_path, entry.key->source(),
             fmt::format("`{}` is a table where a type belongs", entry.name()),
             fmt::format("quote the key: `\"{}\" = ...`", unquoted_path(entry.name(), *entry.value)));
      return false;
    }
    const std::optional<TypeExpression> type = read_type(entry.name(), *entry.value);
    if (type) declaration.type = *type;
    return type.has_value();
  }

  bool read_path_table(const TomlEntry& entry, const toml::table& table, FactDeclaration& declaration) {
    toml_.report_unknown_keys(table, {"type", "class", "absent", "see", "sample"},
                              fmt::format("the path `{}`", entry.name()));
    const toml::node* value = table.get("type");
    if (value == nullptr) {
      report(codes::catalogue_type, entry.key->source(),
             fmt::format("the path `{}` has no type", entry.name()), "write `{ type = \"string\", ... }`");
      return false;
    }
    const std::optional<TypeExpression> type = read_type(entry.name(), *value);
    if (!type) return false;
    declaration.type = *type;
    declaration.data_class = read_class(table);
    declaration.see = toml_.string_of(table, "see").value_or("");
    if (const toml::node* sample = table.get("sample")) declaration.sample = text_of(*sample);
    read_absent(entry, table, declaration);
    return true;
  }

  void read_absent(const TomlEntry& entry, const toml::table& table, FactDeclaration& declaration) {
    const std::optional<std::string> absent = toml_.string_of(table, "absent");
    if (!absent) return;
    const toml::source_region& at = table.get("absent")->source();
    if (!declaration.type.optional) {
      report(codes::catalogue_absent, at,
             fmt::format("`{}` is required, so its absence can mean nothing", entry.name()),
             "make the type optional with `?`, or leave `absent` away");
    } else if (declaration.see.empty()) {
      report(codes::catalogue_absent, at,
             fmt::format("`{}` says what absence means, but not who says so", entry.name()),
             "add `see`, the page that documents it");
    } else if (ascii_trimmed(*absent).empty()) {
      report(codes::catalogue_absent, at, fmt::format("`absent` of `{}` says nothing", entry.name()),
             "say what it means that the member is left out");
    } else {
      declaration.absent = *absent;
    }
  }

  std::optional<TypeExpression> read_type(std::string_view name, const toml::node& value) {
    const auto text = value.value_exact<std::string>();
    if (!text) {
      report(codes::catalogue_type, value.source(),
             fmt::format("the type of `{}` is {}, not a string", name, kind_of(value)), "write `\"string\"`");
      return std::nullopt;
    }
    const std::optional<TypeExpression> type = parse_fact_type(*text);
    if (!type) {
      report(codes::catalogue_type, value.source(),
             fmt::format("`{}` has the unknown type `{}`", name, *text), fact_type_help(*text));
    }
    return type;
  }

  std::optional<DataClass> read_class(const toml::table& table) {
    const std::optional<std::string> name = toml_.string_of(table, "class");
    if (!name) return std::nullopt;
    const std::optional<DataClass> found = data_class_named(*name);
    if (found) return found;
    const auto nearest = nearest_name(*name, {"public", "customer", "internal", "secret"});
    report(codes::catalogue_value, table.get("class")->source(), fmt::format("there is no class `{}`", *name),
           nearest ? fmt::format("did you mean `{}`?", *nearest)
                   : "the classes are `public`, `customer`, `internal` and `secret`");
    return DataClass::Secret;
  }

  void read_resource_types(const toml::table& table, CatalogueDocument& document) {
    const toml::node* value = table.get("resource-type");
    if (value != nullptr && value->is_array()) {
      document.resource_types = toml_.strings_of(table, "resource-type").value_or(std::vector<std::string>());
    } else if (const auto type = toml_.string_of(table, "resource-type")) {
      document.resource_types = {*type};
    }
  }

  void read_gather(const toml::table& table, CatalogueDocument& document) {
    const auto arguments = toml_.strings_of(table, "gather");
    if (!arguments) return;
    if (arguments->empty() || arguments->front().empty()) {
      report(codes::catalogue_value, table.get("gather")->source(), "`gather` names no program",
             "write the program and its arguments, or leave `gather` away");
      return;
    }
    document.gather = *arguments;
  }

  void read_cost(const toml::table& table, CatalogueDocument& document) {
    const std::optional<std::int64_t> cost = toml_.integer_of(table, "cost");
    if (!cost) return;
    if (*cost < 0 || *cost > highest_cost) {
      report(codes::catalogue_value, table.get("cost")->source(),
             fmt::format("a cost of {} cannot be", *cost),
             fmt::format("write a number from 0 to {}", highest_cost));
      return;
    }
    document.cost = static_cast<int>(*cost);
  }

  void read_max_age(const toml::table& table, CatalogueDocument& document) {
    const std::optional<std::string> text = toml_.string_of(table, "max-age");
    if (!text) return;
    const std::optional<double> seconds = parse_duration(*text);
    if (seconds && *seconds >= 1 && *seconds <= longest_age_seconds) {
      document.max_age_seconds = static_cast<std::int64_t>(std::floor(*seconds));
      return;
    }
    report(codes::catalogue_value, table.get("max-age")->source(), fmt::format("`{}` is no age", *text),
           "write a duration such as `90s`, `30m`, `24h` or `7d`");
  }

  TomlDocument toml_;
  Diagnostics found_ = {};
  CatalogueBuilder builder_;
};

}  // namespace

CatalogueReading read_catalogue(std::string domain, std::string file, std::string_view bytes) {
  return CatalogueRead(std::move(file), bytes).finish(std::move(domain));
}

}  // namespace tsg
