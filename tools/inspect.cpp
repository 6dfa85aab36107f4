// SPDX-License-Identifier: MIT
#include "tools/inspect.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/diagnostics/article_codes.h"
#include "engine/loader/article_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "engine/text/folder.h"
#include "renderers/article_record.h"

namespace tsg {

namespace {

namespace fs = std::filesystem;

class Inspector {
 public:
  Inspector(std::FILE* out, const std::function<void(const Diagnostic&)>& tell) : out_(out), tell_(tell) {}

  void take(const std::string& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return read(path, path);
    std::vector<std::string> files = find_articles(path);
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) read((fs::path(path) / file).string(), file);
  }

  const Inspection& result() const { return result_; }

 private:
  // Relative to `folder`.
  std::vector<std::string> find_articles(const std::string& folder) {
    std::vector<std::string> files;
    std::vector<std::string> below = {""};  // folders that are still to be listed, each with a `/` at its end
    while (!below.empty()) {
      const std::string at = std::move(below.back());
      below.pop_back();
      if (list(folder, at, files, below)) continue;
      refuse(folder, fmt::format("the folder holds more than {} articles", limits::pack_files), "");
      break;
    }
    return files;
  }

  // False when there are too many.
  bool list(const std::string& folder, const std::string& at, std::vector<std::string>& files,
            std::vector<std::string>& below) {
    const std::string path = (fs::path(folder) / at).string();
    const auto entries = list_folder(path);
    if (!entries) return refuse(path, entries.error().message, ""), true;
    for (const FolderEntry& entry : entries.value()) {
      if (entry.name.starts_with('.')) continue;
      if (entry.kind == EntryKind::Folder) below.push_back(at + entry.name + "/");
      if (entry.kind != EntryKind::File || !entry.name.ends_with(".md")) continue;
      if (files.size() >= limits::pack_files) return false;
      files.push_back(at + entry.name);
    }
    return true;
  }

  void read(const std::string& path, const std::string& name) {
    const Result<std::string> bytes = read_file(path, limits::article_bytes);
    if (!bytes) return refuse(path, bytes.error().message, bytes.error().help);
    ArticleReading reading = read_article(path, bytes.value());
    for (const Diagnostic& diagnostic : reading.diagnostics) tell_(diagnostic);
    reading.article.path = name;
    write(article_record(reading.article, reading.diagnostics) + '\n');
    ++result_.articles;
  }

  void write(const std::string& line) {
    if (std::fwrite(line.data(), 1, line.size(), out_) != line.size()) result_.written = false;
  }

  void refuse(const std::string& path, std::string message, std::string help) {
    ++result_.unreadable;
    tell_(make_diagnostic(codes::article_unreadable, {.file = path}, std::move(message), std::move(help)));
  }

  std::FILE* out_;
  const std::function<void(const Diagnostic&)>& tell_;
  Inspection result_ = {};
};

}  // namespace

Inspection inspect(const std::vector<std::string>& paths, std::FILE* out,
                   const std::function<void(const Diagnostic&)>& tell) {
  Inspector inspector(out, tell);
  for (const std::string& path : paths) inspector.take(path);
  Inspection result = inspector.result();
  if (std::fflush(out) != 0) result.written = false;
  return result;
}

}  // namespace tsg
