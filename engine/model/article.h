// SPDX-License-Identifier: MIT
// A Markdown document with a property header, read but not yet compiled. All offsets are bytes of the file as
// it lies on the disk; all lines are 1-based and counted by LF. Shapes follow the records of the reference
// reader (docs/article-format.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

enum class HeaderKind : std::uint8_t { None, Properties, Yaml };
enum class BodyKind : std::uint8_t { Markdown, Json, Empty };
enum class Encoding : std::uint8_t { Utf8, Windows1252 };

// One key of the header, as written.
struct Property {
  std::string key = {};
  std::string value = {};
  char quote = 0;  // '"' or '\'' ; 0 in YAML
  std::uint32_t line = 0;
  std::size_t offset = 0;  // of the key
  bool operator==(const Property&) const = default;
};

struct Header {
  HeaderKind kind = HeaderKind::None;
  ByteRange range = {};  // from "<properties" or "---" to behind its end
  std::uint32_t line = 0;
  std::uint32_t end_line = 0;
  std::string close = {};   // "/>" or ">" ; empty when it never ended
  std::string before = {};  // text before the header, trimmed
  std::vector<Property> properties = {};
  bool operator==(const Header&) const = default;
};

struct Placeholder {
  std::string name = {};
  std::string close_name = {};
  std::string default_text = {};  // as written between the tokens
  std::uint32_t line = 0;
  ByteRange range = {};      // both tokens and the default
  std::string section = {};  // the innermost section it stands in; empty outside
  bool operator==(const Placeholder&) const = default;
};

struct Section {
  std::string name = {};
  std::uint32_t line = 0;
  std::uint32_t end_line = 0;
  ByteRange range = {};  // both markers included
  ByteRange text = {};   // between the markers
  bool operator==(const Section&) const = default;
};

struct Heading {
  int level = 1;
  std::string text = {};  // without markup
  std::uint32_t line = 0;
  std::string source = {};  // as written, behind the `#` signs: "**Recommended Steps**"
  bool operator==(const Heading&) const = default;
};

struct Link {
  std::string text = {};  // without markup
  std::string url = {};
  bool image = false;
  std::uint32_t line = 0;
  // The text and the URL as written in `[text](url)`; empty for other forms of links.
  std::string source = {};
  std::string destination = {};
  bool operator==(const Link&) const = default;
};

// Where a JSON body leaves the JSON of RFC 8259. All but Unreadable are read all the same.
enum class JsonFlawKind : std::uint8_t {
  ControlCharacter,  // in a text, as it is
  CommaInList,       // behind the last item
  CommaInObject,     // behind the last member
  UnquotedKey,
  Unreadable,
};

struct JsonFlaw {
  JsonFlawKind kind = JsonFlawKind::Unreadable;
  std::uint32_t line = 0;
  std::uint32_t column = 0;  // of the character at which a strict reader stops
  bool operator==(const JsonFlaw&) const = default;
};

// The JSON body between two `---` lines, and its outline; engine/loader/form_body.h reads what it says.
struct JsonBody {
  std::uint32_t open_line = 0;
  std::uint32_t close_line = 0;
  ByteRange text = {};
  std::string tail = {};                         // behind the closing line, trimmed
  std::vector<JsonFlaw> flaws = {};              // in the order of their places; none: strict JSON
  bool readable = false;                         // with its flaws; false: none of the following is known
  std::vector<std::string> duplicate_keys = {};  // one for each repetition, where its object ends
  std::optional<std::string> schema = {};
  std::vector<std::string> keys = {};             // of the outermost object, sorted, each once
  std::optional<std::size_t> form_elements = {};  // how many, when there is a list of them
  bool operator==(const JsonBody&) const = default;
};

struct LineEnds {
  std::size_t crlf = 0;
  std::size_t lf = 0;
  std::size_t cr = 0;
  bool operator==(const LineEnds&) const = default;
};

// Whose words in another language an article is.
struct TranslationOf {
  std::string original = {};  // path of its file; empty: an article of its own
  std::string locale = {};
  bool stale = false;  // the original has changed since
  bool operator==(const TranslationOf&) const = default;
};

struct Article {
  std::string path = {};
  std::string digest = {};  // SHA-256 of the file's bytes
  std::size_t bytes = 0;
  Encoding encoding = Encoding::Utf8;
  std::size_t boms = 0;
  LineEnds line_ends = {};
  bool final_newline = false;
  Header header = {};
  BodyKind body_kind = BodyKind::Markdown;
  std::optional<JsonBody> json_body = {};
  std::vector<Placeholder> placeholders = {};
  std::vector<Section> sections = {};
  std::vector<Heading> headings = {};
  std::vector<Link> links = {};
  TranslationOf translation = {};

  // The whole file decoded to UTF-8: BOMs dropped, line ends kept, double encoding not yet repaired.
  std::string text = {};
  // Decoded offset -> file offset: {decoded, file} steps, sorted; between steps both advance alike.
  std::vector<std::pair<std::size_t, std::size_t>> offset_steps = {};

  // The value of a header key, ignoring case; the last one wins. Empty optional when the key is absent.
  std::optional<std::string_view> property(std::string_view key) const;
  std::string_view id() const { return property("articleId").value_or(""); }
  std::string_view type() const { return property("selfHelpType").value_or(""); }
  // The first H1, else pageTitle, else the YAML title, else the id.
  std::string title() const;
  std::size_t file_offset(std::size_t decoded_offset) const;
  std::size_t decoded_offset(std::size_t file_offset) const;

  bool operator==(const Article&) const = default;
};

}  // namespace tsg
