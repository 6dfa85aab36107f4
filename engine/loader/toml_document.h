// SPDX-License-Identifier: MIT
// A TOML file of a pack, parsed within bounds: what the readers of facts.toml, guide.toml and tsg.toml stand
// on. Problems are Diagnostics with places; nothing throws out of here. Shows toml++ types, so it is for this
// room only.
//
//   TomlDocument document(file, bytes);          // `bytes` must outlive it
//   if (document.readable()) {
//     for (const TomlEntry& entry : entries_in_order(document.root())) ...
//   }
//   return std::move(document).take_diagnostics();
#pragma once

#include <toml++/toml.h>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"

namespace tsg {

// One key and its value. Borrows the document.
struct TomlEntry {
  const toml::key* key = nullptr;
  const toml::node* value = nullptr;
  std::string_view name() const { return key->str(); }
};

// The entries of a table in the author's order (toml++ sorts them by key).
std::vector<TomlEntry> entries_in_order(const toml::table& table);

// What a TOML value is, in words: "a string", "a table".
std::string_view kind_of(const toml::node& value);

class TomlDocument {
 public:
  // Parses `bytes`, which must outlive the document. What `format` must say is checked too.
  TomlDocument(std::string file, std::string_view bytes);

  // It is TOML and its format is known: `root` may be read. Else the diagnostics say why.
  bool readable() const { return readable_; }
  const toml::table& root() const { return root_; }
  const Source& source() const { return source_; }

  ByteRange range(const toml::source_region& region) const;
  Place place(const toml::source_region& region) const { return source_.place(range(region)); }

  // Adds a diagnostic at `region` and gives it, for notes. The reference holds until the next one is added.
  Diagnostic& report(const Code& code, const toml::source_region& region, std::string message,
                     std::string help = {});
  // Reports every key of `table` that is not among `known`, with the nearest of them; `where` names the
  // table.
  void report_unknown_keys(const toml::table& table, const std::vector<std::string>& known,
                           std::string_view where);

  // The value of `key` in `table`, when it is there and of the right type; another type is reported.
  std::optional<std::string> string_of(const toml::table& table, std::string_view key);
  std::optional<std::int64_t> integer_of(const toml::table& table, std::string_view key);
  std::optional<std::vector<std::string>> strings_of(const toml::table& table, std::string_view key);
  const toml::table* table_of(const toml::table& table, std::string_view key);

  const Diagnostics& diagnostics() const { return diagnostics_; }
  Diagnostics take_diagnostics() && { return std::move(diagnostics_); }

 private:
  bool within_bounds();
  bool parse();
  bool check_format();
  void report_parse_error(const toml::parse_error& error);
  void report_type(std::string_view key, const toml::node& value, std::string_view expected);
  std::size_t offset(toml::source_position position) const;

  Source source_;
  std::size_t bom_bytes_ = 0;
  toml::table root_ = {};
  Diagnostics diagnostics_ = {};
  bool readable_ = false;
};

}  // namespace tsg
