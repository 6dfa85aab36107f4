// SPDX-License-Identifier: MIT
#include "engine/loader/yaml_header.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <vector>

#include "engine/diagnostics/article_codes.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

std::string_view without_end_blanks(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

struct FrontMatter {
  ByteRange whole = {};  // both marker lines, without the line end of the last
  ByteRange inside = {};
};

std::optional<FrontMatter> find_front_matter(std::string_view text) {
  FrontMatter found;
  found.whole.begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  found.inside.begin = std::min(text.find('\n', found.whole.begin), text.size() - 1) + 1;
  for (std::size_t at = found.inside.begin; at < text.size();) {
    const std::string_view line = line_at(text, at);
    const std::string_view mark = without_end_blanks(line);
    if (mark == "---" || mark == "...") {
      found.inside.end = at;
      found.whole.end = at + mark.size();
      return found;
    }
    at += line.size() + 1;
  }
  return std::nullopt;
}

std::string_view trimmed_value(std::string_view text) {
  text = ascii_trimmed(text);
  if (text.starts_with(':')) text = ascii_trimmed(text.substr(1));
  return text;
}

// yaml-cpp keeps a position with each node but only of its beginning, so a nested value is the text from its
// key's end to the next key.
class YamlReader {
 public:
  YamlReader(ArticleSource& source, ByteRange inside) : source_(source), inside_(inside) {}

  std::vector<Property> read() {
    try {
      read_mapping(YAML::Load(std::string(text())));
    } catch (const YAML::Exception& error) {
      report(offset_of(error.mark), error.msg);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      report(inside_.begin, error.what());
    }
    return std::move(properties_);
  }

 private:
  std::string_view text() const { return source_.text().substr(inside_.begin, inside_.end - inside_.begin); }

  std::size_t offset_of(const YAML::Mark& mark) const {
    if (mark.is_null() || mark.pos < 0) return inside_.begin;
    return inside_.begin + std::min(static_cast<std::size_t>(mark.pos), inside_.end - inside_.begin);
  }

  void report(std::size_t begin, std::string_view reason) {
    source_.report(codes::yaml_malformed, {begin, begin},
                   fmt::format("the YAML header cannot be read: {}", reason),
                   "write one `key: value` a line; quote values that hold `: ` or `#`");
  }

  void read_mapping(const YAML::Node& root) {
    if (root.IsNull()) return;
    if (!root.IsMap()) return report(inside_.begin, "it is not a list of keys and values");
    std::vector<std::pair<YAML::Node, YAML::Node>> members;
    for (const auto& member : root) members.emplace_back(member.first, member.second);
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t end = i + 1 < members.size() ? offset_of(members[i + 1].first.Mark()) : inside_.end;
      read_member(members[i].first, members[i].second, end);
    }
    diagnose_duplicates();
  }

  void read_member(const YAML::Node& key, const YAML::Node& value, std::size_t end) {
    const std::size_t begin = offset_of(key.Mark());
    if (!key.IsScalar()) return report(begin, "a key is not a plain word");
    Property property{.key = key.Scalar(),
                      .line = source_.line_of(begin),
                      .offset = source_.file_range({begin, begin}).begin};
    if (value.IsScalar()) {
      property.value = value.Scalar();
    } else if (!value.IsNull()) {
      const std::size_t value_begin = std::min(offset_of(value.Mark()), end);
      property.value = std::string(trimmed_value(source_.text().substr(value_begin, end - value_begin)));
    }
    properties_.push_back(std::move(property));
  }

  void diagnose_duplicates() {
    std::set<std::string> seen;
    for (const Property& property : properties_) {
      if (seen.insert(ascii_lowered(property.key)).second) continue;
      const std::size_t begin = source_.decoded_offset(property.offset);
      source_.report(codes::header_duplicate_key, {begin, begin + property.key.size()},
                     fmt::format("the key `{}` occurs again; its last value holds", property.key),
                     "keep one of them");
    }
  }

  ArticleSource& source_;
  ByteRange inside_;
  std::vector<Property> properties_ = {};
};

}  // namespace

bool begins_with_yaml(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const std::string_view line = line_at(text, begin);
  if (without_end_blanks(line) != "---") return false;
  const std::size_t next = text.find_first_not_of(" \t\r\n", begin + line.size());
  return next != std::string_view::npos && text[next] != '{';
}

std::optional<Header> read_yaml_header(ArticleSource& source, std::size_t& decoded_end) {
  const std::optional<FrontMatter> found = find_front_matter(source.text());
  const std::size_t begin = source.text().find("---");
  if (!found) {
    source.report(codes::yaml_unclosed, {begin, begin + 3}, "the YAML header that begins here has no end",
                  "write a line `---` behind its last key");
    return std::nullopt;
  }
  decoded_end = found->whole.end;
  Header header{.kind = HeaderKind::Yaml,
                .range = source.file_range(found->whole),
                .line = source.line_of(found->whole.begin),
                .end_line = source.line_of(found->whole.end - 1),
                .close = std::string(source.text().substr(found->whole.end - 3, 3))};
  if (found->inside.end - found->inside.begin > limits::yaml_header_bytes) {
    source.report(codes::yaml_too_large, {begin, begin + 3},
                  fmt::format("the YAML header is larger than {} bytes", limits::yaml_header_bytes),
                  "shorten it");
    return header;
  }
  header.properties = YamlReader(source, found->inside).read();
  return header;
}

}  // namespace tsg
