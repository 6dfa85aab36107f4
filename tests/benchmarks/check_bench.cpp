// SPDX-License-Identifier: MIT
// `tsg check` over a folder of articles: read, parsed, every rule, compiled to segments, compared with each
// other.
//
//   check_bench FOLDER [COPIES] [THREADS]
//
// With COPIES, each article stands that often under a path and an articleId of its own. Prints seconds and
// articles a second, the peak of memory, and the ratio to cmark-gfm parsing alone, of the same files on one
// core in the same run.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/checker/content_check.h"
#include "engine/loader/article_files.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"

namespace {

using namespace tsg;
namespace fs = std::filesystem;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string bytes_of(const std::string& path) {
  Result<std::string> bytes = read_file(path, limits::article_bytes);
  return bytes ? std::move(bytes).value() : std::string();
}

// `copies` of every article, each with another articleId.
std::string copied(const std::string& folder, int copies) {
  const std::string target =
      fs::temp_directory_path().string() + "/check_bench." + std::to_string(::getpid());
  for (const std::string& path : find_articles(folder).paths) {
    const std::string bytes = bytes_of(folder + "/" + path);
    for (int copy = 0; copy < copies; ++copy) {
      std::string changed = bytes;
      const std::size_t id = std::min(changed.find("rticleId=\""), changed.find("rticleid=\""));
      if (id != std::string::npos) changed.insert(id + 10, fmt::format("c{}-", copy));
      const std::string file = fmt::format("{}/c{}/{}", target, copy, path);
      fs::create_directories(fs::path(file).parent_path());
      if (std::FILE* out = std::fopen(file.c_str(), "wb")) {
        std::fwrite(changed.data(), 1, changed.size(), out);
        std::fclose(out);
      }
    }
  }
  return target;
}

void parse_alone(const std::string& bytes) {
  static const std::array<cmark_syntax_extension*, 3> extensions = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return std::array<cmark_syntax_extension*, 3>{cmark_find_syntax_extension("table"),
                                                  cmark_find_syntax_extension("strikethrough"),
                                                  cmark_find_syntax_extension("tasklist")};
  }();
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (cmark_syntax_extension* each : extensions) cmark_parser_attach_syntax_extension(parser, each);
  cmark_parser_feed(parser, bytes.data(), bytes.size());
  cmark_node_free(cmark_parser_finish(parser));
  cmark_parser_free(parser);
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    fmt::print(stderr, "usage: check_bench FOLDER [COPIES] [THREADS]\n");
    return 2;
  }
  const int copies = count > 2 ? std::atoi(words[2]) : 1;
  const std::size_t threads = count > 3 ? static_cast<std::size_t>(std::atoi(words[3])) : 2;
  const std::string folder = copies > 1 ? copied(words[1], copies) : words[1];
  std::vector<std::string> paths;
  for (const std::string& path : find_articles(folder).paths) paths.push_back(folder + "/" + path);
  std::vector<double> checked;
  std::vector<double> parsed;
  std::size_t findings = 0;
  for (int round = 0; round < 5; ++round) {
    double begin = now();
    {
      const std::vector<CheckedArticle> articles = check_files(paths, threads);
      findings = 0;
      for (const Diagnostics& each : check_together(articles, {})) findings += each.size();
      checked.push_back(now() - begin);
    }
    std::vector<std::string> texts;
    for (const std::string& path : paths) texts.push_back(bytes_of(path));
    begin = now();
    for (const std::string& text : texts) parse_alone(text);
    parsed.push_back(now() - begin);
  }
  std::sort(checked.begin(), checked.end());
  std::sort(parsed.begin(), parsed.end());
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print(
      "check.{}x {} articles {:.3f} s {:.0f} articles/s {} findings {} MB {:.2f}x cmark-gfm parsing alone\n",
      copies, paths.size(), checked[2], static_cast<double>(paths.size()) / checked[2], findings,
      usage.ru_maxrss / 1024, parsed[2] / checked[2]);
  if (copies > 1) fs::remove_all(folder);
  return 0;
}
