// SPDX-License-Identifier: MIT
#include "engine/loader/facts_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/diagnostics/facts_codes.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/folder.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view gathered_name = "_gathered.json";

std::optional<std::uint32_t> document_of(const Catalogue& catalogue, std::string_view key) {
  const NodeIndex node = key.empty() ? no_node : catalogue.member(0, key);
  if (node == no_node) return std::nullopt;
  return catalogue.node(node).document;
}

FactsSource file_source(const fs::path& path) {
  FactsSource source;
  source.path = path.string();
  source.stem = path.stem().string();
  if (path.filename() == gathered_name) source.kind = FactsSource::Kind::Gathering;
  return source;
}

FactsSource standard_input() {
  FactsSource source;
  source.kind = FactsSource::Kind::StandardInput;
  source.path = "standard input";
  return source;
}

void refuse(Diagnostics& diagnostics, const std::string& path, std::string message, std::string help) {
  diagnostics.push_back(
      make_diagnostic(codes::facts_unreadable, {path, {}, 0, 0}, std::move(message), std::move(help)));
}

std::vector<FactsSource> folder_sources(const Catalogue& catalogue, const fs::path& folder,
                                        Diagnostics& diagnostics) {
  std::vector<FactsSource> sources;
  const auto entries = list_folder(folder.string());
  if (!entries) return refuse(diagnostics, folder.string(), entries.error().message, ""), sources;
  for (const FolderEntry& entry : entries.value()) {
    if (!entry.name.ends_with(".json") || entry.name.starts_with('.')) continue;
    FactsSource source = file_source(folder / entry.name);
    if (source.kind == FactsSource::Kind::File) source.kind = FactsSource::Kind::FolderFile;
    source.document = document_of(catalogue, source.stem);
    sources.push_back(std::move(source));
    if (sources.size() <= limits::pack_files) continue;
    refuse(diagnostics, folder.string(),
           fmt::format("the folder holds more than {} files", limits::pack_files), "");
    return {};
  }
  if (sources.empty()) {
    refuse(diagnostics, folder.string(), "the folder holds no `*.json`", "name a file, or a folder of facts");
  }
  std::sort(sources.begin(), sources.end(),
            [](const FactsSource& a, const FactsSource& b) { return a.path < b.path; });
  return sources;
}

// KEY=FILE; nothing when `argument` has no such form.
std::optional<std::vector<FactsSource>> keyed_source(const Catalogue& catalogue, const std::string& argument,
                                                     Diagnostics& diagnostics) {
  const std::size_t equals = argument.find('=');
  if (equals == std::string::npos || argument.find('/') < equals) return std::nullopt;
  const std::string key = argument.substr(0, equals);
  const std::string path = argument.substr(equals + 1);
  FactsSource source = path == "-" ? standard_input() : file_source(path);
  source.document = document_of(catalogue, key);
  if (source.document) {
    if (source.kind == FactsSource::Kind::Gathering) source.kind = FactsSource::Kind::File;
    return std::vector<FactsSource>{std::move(source)};
  }
  diagnostics.push_back(make_diagnostic(codes::facts_unbound, {source.path, {}, 0, 0},
                                        fmt::format("no catalogue declares a document `{}`", key),
                                        document_help(catalogue, key)));
  return std::vector<FactsSource>{};
}

}  // namespace

std::string document_help(const Catalogue& catalogue, std::string_view key) {
  std::vector<std::string> keys;
  for (const CatalogueDocument& document : catalogue.documents) keys.push_back(document.key);
  if (const auto nearest = nearest_name(key, keys)) return fmt::format("did you mean `{}`?", *nearest);
  return fmt::format("the documents are `{}`", fmt::join(keys, "`, `"));
}

std::vector<FactsSource> facts_sources(const Catalogue& catalogue, const std::string& argument,
                                       Diagnostics& diagnostics) {
  if (argument == "-") return {standard_input()};
  std::error_code ignored;
  if (fs::is_directory(argument, ignored)) return folder_sources(catalogue, argument, diagnostics);
  if (!fs::exists(argument, ignored)) {
    if (auto keyed = keyed_source(catalogue, argument, diagnostics)) return *std::move(keyed);
  }
  return {file_source(argument)};
}

}  // namespace tsg
