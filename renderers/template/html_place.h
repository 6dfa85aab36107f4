// SPDX-License-Identifier: MIT
// Where in a page's HTML a byte stands: the state of a tokenizer after the markup so far, with all that the
// reading of what follows depends on. Two equal places read the same bytes the same way.
//
// The states are those of the HTML standard's tokenizer (WHATWG HTML, 13.2.5), with those folded together
// that this file need not tell apart. html_reader.h moves from one place to the next.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tsg {

enum class HtmlState : std::uint8_t {
  Text,
  TagOpen,     // behind `<`
  EndTagOpen,  // behind `</`
  TagName,
  BeforeAttribute,
  AttributeName,
  AfterAttributeName,
  BeforeValue,  // behind `=`
  DoubleQuoted,
  SingleQuoted,
  Unquoted,
  AfterQuoted,
  TagGap,  // in a tag, where branches met: a space, `/` or `>` must follow
  SelfClosing,
  MarkupDeclaration,  // behind `<!`
  BogusComment,       // `<!doctype ...>`, `<?...>`
  Comment,
  Rcdata,   // <title>, <textarea>
  RawText,  // <style>, <iframe> and their like
  Script,
  Json  // a <script> whose type says JSON
};

// How far the URL of an attribute has been read.
enum class UrlPart : std::uint8_t {
  None,     // the attribute is no URL
  Start,    // nothing yet
  Literal,  // literal text that may still become a scheme
  Open,     // something, with a value in it, that may still become a scheme
  Tail,     // behind a `/`, `?`, `#` or a scheme that values may follow
  Foreign   // behind another scheme, or behind `&`: no value may follow
};

enum class JsonPart : std::uint8_t { Outside, InText, BehindBackslash };

struct HtmlPlace {
  HtmlState state = HtmlState::Text;
  bool end_tag = false;
  bool refreshes = false;          // the tag has `http-equiv`
  bool has_content_value = false;  // a value stands in its `content`
  UrlPart url = UrlPart::None;
  JsonPart json = JsonPart::Outside;
  std::string element = {};      // lower case: of the tag, or of the text element
  std::string attribute = {};    // lower case
  std::string seen = {};         // the beginning of a delimiter, or of a URL: what the next byte may complete
  std::string script_type = {};  // the first `type` of a <script>
  bool has_script_type = false;
  bool operator==(const HtmlPlace&) const = default;
};

// What a value becomes where it stands.
enum class ValuePlace : std::uint8_t { Text, Rcdata, Attribute, Url, Json };

struct Refusal {
  std::string reason = {};  // "in a comment"
  std::string help = {};
};

struct PlaceOfValue {
  ValuePlace place = ValuePlace::Text;
  std::optional<Refusal> refusal = {};  // set: no value may stand here
};

PlaceOfValue place_of_value(const HtmlPlace& place);
// The place behind a value. REQUIRES: a value may stand there
HtmlPlace behind_value(HtmlPlace place);
// The place behind two branches that end in `a` and `b`; none when what follows would be read in two ways.
std::optional<HtmlPlace> where_branches_meet(const HtmlPlace& a, const HtmlPlace& b);
// "in the attribute `href` of <a>"
std::string to_words(const HtmlPlace& place);

// What ends a name in a tag; a vertical tab does not.
constexpr bool html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool quoted(const HtmlPlace& place);
bool is_url(std::string_view attribute);
// An attribute that lists several URLs: `srcset`, `ping`.
bool lists_urls(std::string_view attribute);
// http, https and mailto, without the colon and in any case.
bool allowed_scheme(std::string_view scheme);

}  // namespace tsg
