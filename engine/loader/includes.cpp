// SPDX-License-Identifier: MIT
#include "engine/loader/includes.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/diagnostics/article_codes.h"
#include "engine/loader/article_markdown.h"
#include "engine/loader/article_reader.h"
#include "engine/markdown/tokens.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/encoding.h"

namespace tsg {

namespace {

// Follows fenced code line by line, however deep it is indented.
class FenceFollower {
 public:
  // Whether `line` is fenced code, its fences included.
  bool takes(std::string_view line) {
    line = ascii_trimmed(line);
    const std::size_t run = run_of(line);
    const bool was_open = length_ > 0;
    if (was_open && run >= length_ && run == line.size() && line.front() == mark_) {
      length_ = 0;
    } else if (!was_open && run >= 3 && line.find('`', run) == std::string_view::npos) {
      length_ = run;
      mark_ = line.front();
    }
    return was_open || length_ > 0;
  }

 private:
  static std::size_t run_of(std::string_view line) {
    if (line.empty() || (line.front() != '`' && line.front() != '~')) return 0;
    return std::min(line.find_first_not_of(line.front()), line.size());
  }

  std::size_t length_ = 0;  // of the fence that is open
  char mark_ = '`';
};

std::optional<Token> include_of(std::string_view line) {
  if (line.find("<!--") == std::string_view::npos) return std::nullopt;
  for (Token& token : scan_tokens(line)) {
    if (token.kind == TokenKind::Include) return std::move(token);
  }
  return std::nullopt;
}

std::string_view line_from(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('\n', begin);
  return text.substr(begin, end == std::string_view::npos ? end : end + 1 - begin);
}

// The path that `name`, written in `file`, means; empty when it leaves `root`.
std::string resolve(const std::string& root, const std::string& file, const std::string& name) {
  namespace fs = std::filesystem;
  if (name.empty() || name.find('\\') != std::string::npos || name.find('\0') != std::string::npos) return {};
  if (fs::path(name).is_absolute()) return {};
  const fs::path folder = fs::path(root.empty() ? "." : root).lexically_normal();
  const fs::path path = (fs::path(file).parent_path() / name).lexically_normal();
  const fs::path inside = path.lexically_relative(folder);
  if (inside.empty() || *inside.begin() == "..") return {};
  return path.string();
}

class BodyReader {
 public:
  BodyReader(const std::string& root, const ReadFile& read) : root_(root), read_(read) {}

  BodyReading run(const Article& article) {
    out_.body.files.push_back(std::make_unique<const BodyFile>(article));
    names_[std::filesystem::path(article.path).lexically_normal().string()] = 0;
    expand(0, "");
    return std::move(out_);
  }

 private:
  using FileNumber = std::uint32_t;

  struct Step {
    FileNumber file = 0;
    ByteRange include = {};  // the token that led on from it
  };

  const Article& article(FileNumber file) const { return out_.body.files[file]->article; }

  void expand(FileNumber file, const std::string& indent) {
    chain_.push_back({file, {}});
    for (const ByteRange& part : markdown_parts(article(file))) {
      if (part.begin > 0 && !out_.body.text.empty() && !out_.body.text.ends_with('\n'))
        append(file, part.begin, "\n");
      expand_part(file, chain_.size() == 1 ? part : without_outer_blanks(file, part), indent);
    }
    chain_.pop_back();
  }

  // An include stands for its lines of text, not for the empty lines around them.
  ByteRange without_outer_blanks(FileNumber file, ByteRange part) const {
    const std::string_view text = std::string_view(article(file).text).substr(0, part.end);
    const std::size_t visible = std::min(text.find_first_not_of(" \t\r\n", part.begin), part.end);
    const std::size_t before = visible == 0 ? std::string_view::npos : text.rfind('\n', visible - 1);
    const std::size_t begin =
        before == std::string_view::npos ? part.begin : std::max(before + 1, part.begin);
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return {begin, last == std::string_view::npos || last < begin ? begin : last + 1};
  }

  void expand_part(FileNumber file, ByteRange part, const std::string& indent) {
    const std::string_view text = std::string_view(article(file).text).substr(0, part.end);
    FenceFollower fences;
    for (std::size_t at = part.begin; at < part.end && !full_;) {
      const std::string_view line = line_from(text, at);
      const std::optional<Token> include = fences.takes(line) ? std::nullopt : include_of(line);
      if (include && alone(line, *include)) {
        take(file, at, *include, indent + std::string(line.substr(0, include->range.begin)));
        append(file, at + include->range.end, line.substr(include->range.end));
      } else {
        if (include) report_not_alone(file, at, *include);
        append_line(file, at, line, indent);
      }
      at += line.size();
    }
  }

  static bool alone(std::string_view line, const Token& include) {
    return ascii_trimmed(line).size() == include.range.end - include.range.begin;
  }

  void append_line(FileNumber file, std::size_t source, std::string_view line, const std::string& indent) {
    if (out_.body.text.size() + indent.size() + line.size() > limits::include_bytes) {
      full_ = true;
      report(codes::include_too_large, file, {source, source},
             fmt::format("the included text is larger than {} bytes", limits::include_bytes), "include less");
      return;
    }
    if (!indent.empty() && !ascii_trimmed(line).empty()) append(file, source, indent);
    append(file, source, line);
  }

  // Appends `text`, which was written at `source` of the file; where it was encoded twice, what was meant.
  void append(FileNumber file, std::size_t source, std::string_view text) {
    std::string& out = out_.body.text;
    std::size_t copied = 0;
    for (const DoubleEncoding& run : find_double_encoding(text)) {
      out_.body.pieces.push_back({out.size(), file, source + copied});
      out.append(text.substr(copied, run.range.begin - copied));
      out_.body.pieces.push_back({out.size(), file, source + run.range.begin});
      out.append(run.repaired);
      copied = run.range.end;
    }
    const bool goes_on = copied == 0 && continues(file, source);
    if (!goes_on) out_.body.pieces.push_back({out.size(), file, source + copied});
    out.append(text.substr(copied));
    next_ = {out.size(), file, source + text.size()};
  }

  // Whether text of this source simply follows what was appended last.
  bool continues(FileNumber file, std::size_t source) const {
    return !out_.body.pieces.empty() && next_ == BodyPiece{out_.body.text.size(), file, source};
  }

  void take(FileNumber file, std::size_t line_begin, const Token& include, const std::string& indent) {
    const ByteRange range{line_begin + include.range.begin, line_begin + include.range.end};
    chain_.back().include = range;
    const std::optional<FileNumber> found = find(file, range, include.name);
    if (!found || cyclic(*found, range) || !within_bounds(*found, range)) return;
    expand(*found, indent);
  }

  std::optional<FileNumber> find(FileNumber file, ByteRange range, const std::string& name) {
    const std::string path = resolve(root_, article(file).path, name);
    if (path.empty()) {
      report(codes::include_outside, file, range,
             fmt::format("the include `{}` leaves `{}`", name, root_.empty() ? "." : root_),
             "name a file in it by a relative path with `/`");
      return std::nullopt;
    }
    const auto known = names_.find(path);
    if (known != names_.end()) return known->second;
    const Result<std::string> bytes = read_(path);
    if (!bytes) {
      report(
          codes::include_unreadable, file, range, bytes.error().message,
          bytes.error().help.empty() ? "paths are relative to the file that includes" : bytes.error().help);
      return std::nullopt;
    }
    return add(path, bytes.value());
  }

  FileNumber add(const std::string& path, const std::string& bytes) {
    ArticleReading reading = read_article(path, bytes);
    for (Diagnostic& diagnostic : reading.diagnostics) {
      // Shared text needs no header.
      const bool wanted = diagnostic.code != codes::header_missing && out_.diagnostics.size() < most_reports;
      if (wanted) out_.diagnostics.push_back(std::move(diagnostic));
    }
    const auto number = static_cast<FileNumber>(out_.body.files.size());
    out_.body.files.push_back(std::make_unique<const BodyFile>(std::move(reading.article)));
    names_[path] = number;
    return number;
  }

  bool cyclic(FileNumber file, ByteRange range) {
    const auto first =
        std::find_if(chain_.begin(), chain_.end(), [file](const Step& step) { return step.file == file; });
    if (first == chain_.end()) return false;
    std::string names;
    for (auto step = first; step != chain_.end(); ++step) names += article(step->file).path + " -> ";
    Diagnostic& diagnostic = report(codes::include_cycle, chain_.back().file, range,
                                    fmt::format("files include each other: {}{}", names, article(file).path),
                                    "take one of these includes out");
    for (auto step = first; step + 1 < chain_.end(); ++step) {
      diagnostic.notes.push_back({fmt::format("`{}` is included here", article((step + 1)->file).path),
                                  place(step->file, step->include)});
    }
    return true;
  }

  bool within_bounds(FileNumber file, ByteRange range) {
    if (chain_.size() > limits::include_depth) {
      report(codes::include_too_deep, chain_.back().file, range,
             fmt::format("includes are nested more than {} deep", limits::include_depth),
             "include the text directly");
      return false;
    }
    const bool many = ++taken_ > limits::include_files;
    if (!many && out_.body.text.size() + article(file).text.size() <= limits::include_bytes) return true;
    full_ = true;
    report(codes::include_too_large, chain_.back().file, range,
           many ? fmt::format("more than {} files are included", limits::include_files)
                : fmt::format("the included text is larger than {} bytes", limits::include_bytes),
           "split the article, or include less");
    return false;
  }

  void report_not_alone(FileNumber file, std::size_t line_begin, const Token& include) {
    report(codes::include_not_alone, file, {line_begin + include.range.begin, line_begin + include.range.end},
           fmt::format("the include of `{}` shares its line with other text and is left out", include.name),
           "put it on a line of its own");
  }

  Place place(FileNumber file, ByteRange range) const { return out_.body.files[file]->place(range); }

  Diagnostic& report(const Code& code, FileNumber file, ByteRange range, std::string message,
                     std::string help) {
    if (out_.diagnostics.size() >= most_reports) return unheard_ = {};
    out_.diagnostics.push_back(
        make_diagnostic(code, place(file, range), std::move(message), std::move(help)));
    out_.diagnostics.back().source_line = std::string(out_.body.files[file]->shown_line(range.begin));
    return out_.diagnostics.back();
  }

  static constexpr std::size_t most_reports = 200;

  const std::string& root_;
  const ReadFile& read_;
  BodyReading out_ = {};
  Diagnostic unheard_ = {};
  std::map<std::string, FileNumber> names_ = {};
  std::vector<Step> chain_ = {};
  BodyPiece next_ = {};
  std::size_t taken_ = 0;
  bool full_ = false;
};

}  // namespace

BodyReading read_body(const Article& article, const std::string& root, const ReadFile& read) {
  return BodyReader(root, read).run(article);
}

}  // namespace tsg
