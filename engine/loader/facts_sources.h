// SPDX-License-Identifier: MIT
// What a `--facts` argument names: files, each perhaps with the document it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/catalogue.h"

namespace tsg {

struct FactsSource {
  enum class Kind : std::uint8_t { File, FolderFile, Gathering, StandardInput };
  Kind kind = Kind::File;
  std::string path = {};                       // as messages show it: "standard input" for that
  std::string stem = {};                       // of the file's name
  std::optional<std::uint32_t> document = {};  // index into Catalogue::documents, when the key was given
  bool operator==(const FactsSource&) const = default;
};

// `argument` is FILE, KEY=FILE, FOLDER or -; a path that exists is taken for one even if it holds a `=`. The
// files of a folder come in byte order of their names. What cannot be used is a diagnostic.
std::vector<FactsSource> facts_sources(const Catalogue& catalogue, const std::string& argument,
                                       Diagnostics& diagnostics);

// "did you mean `x`?", or the documents there are.
std::string document_help(const Catalogue& catalogue, std::string_view key);

}  // namespace tsg
