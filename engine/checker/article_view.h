// SPDX-License-Identifier: MIT
// What a rule sees of one article: its record, its text line by line, and the web addresses in it. Made once
// for all rules.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/loader/article_source.h"
#include "engine/model/article.h"

namespace tsg {

enum class LineKind : std::uint8_t { Header, Text, Fence, Code, Json };

struct ArticleLine {
  ByteRange range = {};  // of the decoded text, without the line end
  LineKind kind = LineKind::Text;
};

// An address as it stands in the text, wherever that is: in a link, bare, in a JSON string.
struct WebAddress {
  ByteRange range = {};  // of the decoded text
  std::string_view text = {};
  std::string_view host = {};  // as written, without a port
  std::string_view path = {};  // from the slash behind the host; with query and fragment
  bool in_code = false;
};

// The last property of this key, ignoring case; null when there is none.
const Property* property_of(const Article& article, std::string_view key);
// Of a property's value in the decoded text, without its quotes.
ByteRange value_range_of(const Article& article, const Property& property);

class ArticleView {
 public:
  // Borrows both. Places of what is reported are the file's; all ranges here are those of the decoded text.
  ArticleView(const Article& article, ArticleSource& source);

  const Article& article() const { return article_; }
  std::string_view text() const { return article_.text; }
  const std::vector<ArticleLine>& lines() const { return lines_; }
  std::string_view text_of(const ArticleLine& line) const { return slice(line.range); }
  std::string_view slice(ByteRange range) const {
    return text().substr(range.begin, range.end - range.begin);
  }
  const std::vector<WebAddress>& addresses() const { return addresses_; }
  // The type, in lower case.
  const std::string& type() const { return type_; }
  // Names of cloudEnvironments, trimmed and in lower case, in their order.
  const std::vector<std::string>& clouds() const { return clouds_; }
  bool markdown() const { return article_.body_kind != BodyKind::Json; }
  // Shown to customers as a whole, and not to agents.
  bool for_customers() const;

  Diagnostic& report(const Code& code, ByteRange range, std::string message, std::string help = {}) {
    return source_.report(code, range, std::move(message), std::move(help));
  }
  Place report_place(ByteRange range) const { return source_.place(range); }
  // A fix that a program may apply unasked, and one that it may not.
  void fix_safely(Diagnostic& diagnostic, ByteRange range, std::string replacement);
  void propose(Diagnostic& diagnostic, ByteRange range, std::string replacement);
  ByteRange decoded(ByteRange file_range) const {
    return {article_.decoded_offset(file_range.begin), article_.decoded_offset(file_range.end)};
  }
  // Where `words` stand in the line of this number; the line itself when they do not.
  ByteRange range_in_line(std::uint32_t line, std::string_view words) const;
  // Of a property's value, without its quotes.
  ByteRange value_range(const Property& property) const { return value_range_of(article_, property); }
  const Property* property(std::string_view key) const { return property_of(article_, key); }

 private:
  void cut_lines();
  void find_addresses();

  const Article& article_;
  ArticleSource& source_;
  std::vector<ArticleLine> lines_ = {};
  std::vector<WebAddress> addresses_ = {};
  std::string type_ = {};
  std::vector<std::string> clouds_ = {};
};

// The items of a comma list, trimmed; empty ones are left out.
std::vector<std::string_view> list_items(std::string_view value);

}  // namespace tsg
