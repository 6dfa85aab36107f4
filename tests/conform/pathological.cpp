// SPDX-License-Identifier: MIT
// Kind `pathological WHAT`: inputs that are known, or likely, to cost a parser more than their size, each
// read, compiled and rendered in a process of its own. WHAT is `all`, or a part of a name. Kind
// `pathological-one FILE`: what that process does.
#include <fmt/format.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "engine/composer/compose.h"
#include "engine/loader/document_reader.h"
#include "engine/model/limits.h"
#include "renderers/html_page.h"
#include "renderers/markdown.h"
#include "renderers/terminal.h"
#include "tests/conform/build_pace.h"
#include "tests/conform/child_process.h"
#include "tests/conform/kind.h"
#include "tests/conform/pathological_inputs.h"
#include "tests/conform/tally.h"

namespace tsg::conform {

namespace {

constexpr double pace = sanitized ? 10 : 1;
constexpr double most_milliseconds = 1000 * pace;
constexpr double most_megabytes = 256 * pace;
constexpr int most_seconds = 120;
constexpr std::string_view head = "<properties articleId=\"p\" selfHelpType=\"resource\" />\n\n# P\n\n";

class TemporaryFile {
 public:
  TemporaryFile() {
    std::string name = (std::filesystem::temp_directory_path() / "tsg-pathological-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) throw std::runtime_error("no temporary file can be made");
    ::close(descriptor);
    path_ = name;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  void write(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = {};
};

void try_input(const PathologicalInput& input, const TemporaryFile& file, Tally& tally) {
  tally.begin(std::string(input.name));
  const std::string body = pathological_body(input, limits::markdown_bytes - head.size());
  file.write(std::string(head) + body);
  const ChildEnd child = run_self({"pathological-one", file.path()}, {}, most_seconds);
  const double megabytes = static_cast<double>(child.peak_rss) / (1U << 20U);
  const std::string said = child.output.substr(0, child.output.find('\n'));
  fmt::print("{:7.1f} ms ({:7.1f} ms of computing)  {:6.1f} MB  {:>28}  {}\n", child.milliseconds,
             child.cpu_milliseconds, megabytes, said, input.name);
  if (child.exit_code != 0)
    tally.differ("end", "exit code 0", fmt::format("exit code {}, signal {}", child.exit_code, child.signal));
  if (child.cpu_milliseconds > most_milliseconds)
    tally.differ("milliseconds", fmt::format("at most {}", most_milliseconds),
                 fmt::format("{:.1f}", child.cpu_milliseconds));
  if (megabytes > most_megabytes)
    tally.differ("megabytes", fmt::format("at most {}", most_megabytes), fmt::format("{:.1f}", megabytes));
  tally.end();
}

std::string codes_of(const Diagnostics& diagnostics) {
  std::string codes;
  for (const Diagnostic& each : diagnostics) {
    const std::string code = std::string(each.code.id);
    if (codes.find(code) == std::string::npos && codes.size() < 16)
      codes += (codes.empty() ? "" : ",") + code;
  }
  return codes.empty() ? "-" : codes;
}

}  // namespace

int run_pathological(const Arguments& arguments) {
  const std::string& what = arguments.paths.front();
  const TemporaryFile file;
  Tally tally(Listing::Failures);
  std::size_t tried = 0;
  for (const PathologicalInput& input : pathological_inputs()) {
    if (what != "all" && input.name.find(what) == std::string_view::npos) continue;
    try_input(input, file, tally);
    ++tried;
  }
  fmt::print("{} inputs of {} KB, at most {} ms of computing and {} MB each\n", tried,
             limits::markdown_bytes >> 10U, most_milliseconds, most_megabytes);
  const int code = tally.close();
  return tried == 0 ? 2 : code;
}

int run_pathological_one(const Arguments& arguments) {
  DocumentReading reading = read_document("", arguments.paths.front());
  const ComposedArticle article =
      compose_article(reading.document, {}, {.audience = Audience::Agent}, reading.diagnostics);
  const std::string page = render_html_page(article);
  const std::string markdown = render_markdown(article);
  const std::string terminal = render_terminal(article);
  fmt::print("{} B html {}\n", page.size(), codes_of(reading.diagnostics));
  const bool small = page.size() < 2 * limits::rendered_bytes &&
                     markdown.size() < 2 * limits::rendered_bytes &&
                     terminal.size() < 2 * limits::rendered_bytes;
  // Nothing shown and nothing said: a body of this size that vanishes in silence.
  const bool silent = reading.document.compiled == CompiledArticle{} && reading.diagnostics.empty();
  return small && !silent ? 0 : 1;
}

}  // namespace tsg::conform
