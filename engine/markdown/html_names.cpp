// SPDX-License-Identifier: MIT
#include "engine/markdown/html_names.h"

#include <algorithm>
#include <array>

namespace tsg {

namespace {

using Name = std::string_view;

template <std::size_t Size>
bool holds(const std::array<Name, Size>& names, Name name) {
  return std::binary_search(names.begin(), names.end(), name);
}

// All tables are sorted.
constexpr std::array<Name, 51> allowed = {
    "a",     "abbr",   "b",       "blockquote", "caption", "cite", "code",  "col",     "colgroup",
    "dd",    "del",    "details", "dfn",        "div",     "dl",   "dt",    "em",      "h1",
    "h2",    "h3",     "h4",      "h5",         "h6",      "i",    "ins",   "kbd",     "li",
    "mark",  "ol",     "p",       "pre",        "q",       "s",    "samp",  "section", "small",
    "span",  "strike", "strong",  "sub",        "summary", "sup",  "table", "tbody",   "td",
    "tfoot", "th",     "thead",   "tr",         "u",       "ul"};
constexpr std::array<Name, 5> voids = {"br", "col", "hr", "img", "wbr"};
constexpr std::array<Name, 6> components = {"azurekb", "chart", "insight", "metric", "video", "videogroup"};
constexpr std::array<Name, 22> forbidden = {"applet", "audio",    "base",     "canvas",   "embed",  "form",
                                            "frame",  "frameset", "iframe",   "input",    "link",   "math",
                                            "meta",   "noembed",  "noframes", "noscript", "object", "script",
                                            "select", "style",    "svg",      "template"};
constexpr std::array<Name, 4> forbidden_more = {"param", "plaintext", "textarea", "xmp"};

constexpr std::array<Name, 16> unwrapped = {"article", "aside", "big",    "button", "center", "figcaption",
                                            "figure",  "font",  "footer", "header", "label",  "main",
                                            "nav",     "nobr",  "tt",     "var"};

constexpr bool sorted_tables =
    std::is_sorted(allowed.begin(), allowed.end()) && std::is_sorted(components.begin(), components.end()) &&
    std::is_sorted(forbidden.begin(), forbidden.end()) && std::is_sorted(unwrapped.begin(), unwrapped.end());
static_assert(sorted_tables);

constexpr std::array<Name, 27> block_starts = {
    "blockquote", "caption", "col",     "colgroup", "dd",    "details", "div",   "dl", "dt",
    "h1",         "h2",      "h3",      "h4",       "h5",    "h6",      "hr",    "li", "ol",
    "p",          "section", "summary", "table",    "tbody", "td",      "tfoot", "th", "thead"};

bool cell(Name name) {
  return name == "td" || name == "th";
}

}  // namespace

ElementUse use_of_element(std::string_view name) {
  if (holds(voids, name)) return ElementUse::Void;
  if (holds(allowed, name)) return ElementUse::Allowed;
  if (holds(components, name)) return ElementUse::Component;
  if (holds(forbidden, name) || holds(forbidden_more, name)) return ElementUse::Forbidden;
  return holds(unwrapped, name) ? ElementUse::Unwrapped : ElementUse::Unknown;
}

AttributeUse use_of_attribute(std::string_view element, std::string_view attribute) {
  constexpr std::array<Name, 3> everywhere = {"dir", "lang", "title"};
  if (holds(everywhere, attribute)) return AttributeUse::Text;
  if (element == "a" && attribute == "href") return AttributeUse::Url;
  if (element == "img" && attribute == "src") return AttributeUse::Url;
  constexpr std::array<Name, 3> of_images = {"alt", "height", "width"};
  if (element == "img" && holds(of_images, attribute)) return AttributeUse::Text;
  constexpr std::array<Name, 3> of_lists = {"reversed", "start", "type"};
  if (element == "ol" && holds(of_lists, attribute)) return AttributeUse::Text;
  constexpr std::array<Name, 4> of_cells = {"align", "colspan", "rowspan", "scope"};
  if (cell(element) && holds(of_cells, attribute)) return AttributeUse::Text;
  if (element == "li" && attribute == "value") return AttributeUse::Text;
  if (element == "details" && attribute == "open") return AttributeUse::Text;
  return AttributeUse::Dropped;
}

bool ends_before(std::string_view opening, std::string_view open) {
  if (opening == "li") return open == "li";
  if (opening == "dt" || opening == "dd") return open == "dt" || open == "dd";
  if (cell(opening)) return cell(open);
  if (opening == "tr") return open == "tr" || cell(open);
  return opening == "p" && open == "p";
}

bool shields(std::string_view open) {
  constexpr std::array<Name, 6> shielding = {"blockquote", "div", "dl", "ol", "table", "ul"};
  return holds(shielding, open);
}

bool begins_html_block(std::string_view name) {
  return holds(block_starts, name) || name == "tr" || name == "ul" || name == "pre";
}

}  // namespace tsg
