// SPDX-License-Identifier: MIT
#include "tools/inspect.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/diagnostics/article_codes.h"
#include "engine/loader/article_files.h"
#include "engine/loader/article_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
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
    const ArticleFiles files = find_articles(path);
    for (const HostError& each : files.unreadable) refuse(path, each.message, each.help);
    if (files.too_many) {
      refuse(path, fmt::format("the folder holds more than {} articles", limits::pack_files), "");
    }
    for (const std::string& file : files.paths) read((fs::path(path) / file).string(), file);
  }

  const Inspection& result() const { return result_; }

 private:
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
