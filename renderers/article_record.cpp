// SPDX-License-Identifier: MIT
#include "renderers/article_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/diagnostics/article_codes.h"
#include "engine/text/ascii.h"
#include "engine/text/json_writer.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8:
      return "utf-8";
    case Encoding::Windows1252:
      return "cp1252";
  }
  return {};
}

std::string_view name_of(HeaderKind kind) {
  switch (kind) {
    case HeaderKind::None:
      return "none";
    case HeaderKind::Properties:
      return "properties";
    case HeaderKind::Yaml:
      return "yaml";
  }
  return {};
}

std::string_view name_of(BodyKind kind) {
  switch (kind) {
    case BodyKind::Markdown:
      return "markdown";
    case BodyKind::Json:
      return "json";
    case BodyKind::Empty:
      return "empty";
  }
  return {};
}

void write_file(JsonWriter& json, const Article& article) {
  json.member("path", article.path).member("bytes", article.bytes).member("sha256", article.digest);
  json.member("encoding", name_of(article.encoding)).member("boms", article.boms);
  json.key("eol").begin_object();
  json.member("crlf", article.line_ends.crlf)
      .member("lf", article.line_ends.lf)
      .member("cr", article.line_ends.cr);
  json.end_object();
  json.member("finalNewline", article.final_newline);
}

void write_properties(JsonWriter& json, const std::vector<Property>& properties) {
  json.key("attrs").begin_array();
  for (const Property& property : properties) {
    json.begin_object().member("key", property.key).member("value", property.value);
    json.member("quote", std::string_view(&property.quote, property.quote == 0 ? 0 : 1));
    json.member("line", property.line).member("off", property.offset).end_object();
  }
  json.end_array();
}

// Keys fold to lower case and stand where they stood first; the last value holds.
void write_map(JsonWriter& json, const std::vector<Property>& properties) {
  std::map<std::string, std::string_view> last;
  std::vector<std::string> order;
  std::set<std::string> duplicates;
  for (const Property& property : properties) {
    const auto [entry, added] = last.insert_or_assign(ascii_lowered(property.key), property.value);
    if (added) {
      order.push_back(entry->first);
    } else {
      duplicates.insert(entry->first);
    }
  }
  json.key("map").begin_object();
  for (const std::string& key : order) json.member(key, last[key]);
  json.end_object().key("duplicates").begin_array();
  for (const std::string& key : duplicates) json.string(key);
  json.end_array();
}

void write_header(JsonWriter& json, const Article& article) {
  const Header& header = article.header;
  json.key("header").begin_object().member("kind", name_of(header.kind));
  if (header.kind != HeaderKind::None) {
    json.member("start", header.range.begin).member("end", header.range.end);
    json.member("line", header.line).member("endLine", header.end_line);
    json.member("close", header.close).member("before", header.before);
  }
  write_properties(json, header.properties);
  write_map(json, header.properties);
  json.end_object();
}

// What the reference reader calls a flaw, and what it says where it stops.
std::string_view relaxation_of(JsonFlawKind kind) {
  switch (kind) {
    case JsonFlawKind::ControlCharacter:
      return "raw-control-char-in-string";
    case JsonFlawKind::CommaInList:
    case JsonFlawKind::CommaInObject:
      return "trailing-comma";
    case JsonFlawKind::UnquotedKey:
      return "unquoted-key";
    case JsonFlawKind::Unreadable:
      break;
  }
  return {};
}

std::string_view complaint_of(JsonFlawKind kind) {
  switch (kind) {
    case JsonFlawKind::ControlCharacter:
      return "Invalid control character at";
    case JsonFlawKind::CommaInObject:
    case JsonFlawKind::UnquotedKey:
      return "Expecting property name enclosed in double quotes";
    case JsonFlawKind::CommaInList:
    case JsonFlawKind::Unreadable:
      break;
  }
  return "Expecting value";
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

// Each relaxation once, in the order in which the reference reader tries them.
void write_relaxations(JsonWriter& json, const JsonBody& body) {
  json.key("relaxations").begin_array();
  for (const std::string_view name : {"raw-control-char-in-string", "trailing-comma", "unquoted-key"}) {
    const bool used = std::any_of(body.flaws.begin(), body.flaws.end(),
                                  [name](const JsonFlaw& flaw) { return relaxation_of(flaw.kind) == name; });
    if (used && body.readable) json.string(name);
  }
  json.end_array();
}

// Absent from the record of a strict body.
void write_flaw(JsonWriter& json, const JsonBody& body) {
  if (body.flaws.empty()) return;
  const JsonFlaw& first = body.flaws.front();
  json.key("error").begin_object().member("msg", complaint_of(first.kind));
  json.member("line", first.line).member("col", first.column).end_object();
}

void write_json_outline(JsonWriter& json, const JsonBody& body) {
  json.member("strict", body.flaws.empty()).member("relaxed", body.readable);
  write_relaxations(json, body);
  write_texts(json, "duplicateKeys", body.duplicate_keys);
  json.member("tail", body.tail);
  write_flaw(json, body);
  json.key("schema");
  body.schema ? json.string(*body.schema) : json.null();
  if (body.readable) {
    write_texts(json, "keys", body.keys);
  } else {
    json.key("keys").null();
  }
  json.key("formElements");
  body.form_elements ? json.integer(static_cast<std::int64_t>(*body.form_elements)) : json.null();
}

void write_json_body(JsonWriter& json, const Article& article) {
  json.key("jsonBody");
  if (!article.json_body) {
    json.null().key("jsonBodyValid").null();
    return;
  }
  const JsonBody& body = *article.json_body;
  json.begin_object().member("openLine", body.open_line);
  json.member("startOff", body.text.begin)
      .member("endOff", body.text.end)
      .member("closeLine", body.close_line);
  write_json_outline(json, body);
  json.end_object().member("jsonBodyValid", body.flaws.empty());
}

void write_headings(JsonWriter& json, const std::vector<Heading>& headings) {
  json.key("headings").begin_array();
  for (const Heading& heading : headings) {
    json.begin_object().member("level", heading.level);
    json.member("text", heading.source).member("line", heading.line).end_object();
  }
  json.end_array().key("h1");
  const auto top =
      std::find_if(headings.begin(), headings.end(), [](const Heading& one) { return one.level == 1; });
  if (top == headings.end() || top->source.empty()) {
    json.null();
  } else {
    json.string(top->source);
  }
}

void write_placeholders(JsonWriter& json, const std::vector<Placeholder>& placeholders) {
  json.key("placeholders").begin_array();
  for (const Placeholder& placeholder : placeholders) {
    json.begin_object().member("name", placeholder.name).member("close", placeholder.close_name);
    json.member("default", placeholder.default_text).member("line", placeholder.line);
    json.member("off", placeholder.range.begin).member("end", placeholder.range.end).key("section");
    if (placeholder.section.empty()) {
      json.null();
    } else {
      json.string(placeholder.section);
    }
    json.end_object();
  }
  json.end_array();
}

void write_sections(JsonWriter& json, const std::vector<Section>& sections) {
  json.key("sections").begin_array();
  for (const Section& section : sections) {
    json.begin_object().member("name", section.name);
    json.member("line", section.line).member("endLine", section.end_line);
    json.member("off", section.range.begin).member("end", section.range.end);
    json.member("text_start", section.text.begin).member("text_end", section.text.end).end_object();
  }
  json.end_array();
}

// The reference reader keeps this much of a link's text.
std::string_view shortened(std::string_view text) {
  constexpr std::size_t longest_characters = 120;
  std::size_t at = 0;
  for (std::size_t count = 0; count < longest_characters && at < text.size(); ++count) {
    at += decode_utf8(text, at).size;
  }
  return text.substr(0, at);
}

void write_links(JsonWriter& json, const std::vector<Link>& links) {
  json.key("links").begin_array();
  for (const Link& link : links) {
    json.begin_object().member("text", shortened(link.source.empty() ? link.text : link.source));
    json.member("url", link.destination.empty() ? link.url : link.destination);
    json.member("image", link.image).member("line", link.line).end_object();
  }
  json.end_array();
}

// What the reference reader calls a diagnostic, and what it adds to the code.
enum class Detail { None, Written, Key, TokenName, Before, BomCount, Names, NotUtf8 };

struct ReferenceProblem {
  Code code = {};
  std::string_view name = {};
  Detail detail = Detail::None;
};

constexpr std::array<ReferenceProblem, 16> reference_problems = {{
    {codes::header_missing, "header-missing", Detail::None},
    {codes::header_text_before, "header-text-before", Detail::Before},
    {codes::header_unclosed_quote, "header-unclosed-quote", Detail::Key},
    {codes::header_stray_char, "header-stray-char", Detail::Written},
    {codes::header_unclosed, "header-unclosed", Detail::None},
    {codes::article_not_utf8, "encoding", Detail::NotUtf8},
    {codes::article_bom_repeated, "bom-repeated", Detail::BomCount},
    {codes::placeholder_case_mismatch, "placeholder-case-mismatch", Detail::Names},
    {codes::placeholder_name_mismatch, "placeholder-name-mismatch", Detail::Names},
    {codes::placeholder_orphan_close, "placeholder-orphan-close", Detail::TokenName},
    {codes::placeholder_unclosed, "placeholder-unclosed", Detail::TokenName},
    {codes::placeholder_nested, "placeholder-nested", Detail::None},
    {codes::placeholder_bad_name, "placeholder-bad-name", Detail::TokenName},
    {codes::section_unclosed, "section-unclosed", Detail::TokenName},
    {codes::section_orphan_close, "section-orphan-close", Detail::TokenName},
    {codes::section_nested, "section-nested", Detail::TokenName},
}};

std::string written(const Article& article, ByteRange range) {
  const std::size_t begin = article.decoded_offset(range.begin);
  return article.text.substr(begin, article.decoded_offset(range.end) - begin);
}

std::string token_name(std::string token) {
  const std::size_t begin = token.find_first_not_of("<!-/$ \t\r\n");
  const std::size_t end = token.find_last_not_of("-> \t\r\n");
  return begin == std::string::npos || end < begin ? std::string() : token.substr(begin, end - begin + 1);
}

std::string key_before(const Article& article, std::size_t offset) {
  std::string key;
  for (const Property& property : article.header.properties) {
    if (property.offset < offset) key = property.key;
  }
  return key;
}

std::string both_names(const Article& article, ByteRange close) {
  for (const Placeholder& placeholder : article.placeholders) {
    if (placeholder.range.end == close.end) return placeholder.name + " / " + placeholder.close_name;
  }
  return {};
}

std::string detail_of(const Article& article, const Diagnostic& diagnostic, Detail detail) {
  switch (detail) {
    case Detail::None:
      return {};
    case Detail::Written:
      return written(article, diagnostic.place.range);
    case Detail::TokenName:
      return token_name(written(article, diagnostic.place.range));
    case Detail::Key:
      return key_before(article, diagnostic.place.range.begin);
    case Detail::Before:
      return article.header.before;
    case Detail::BomCount:
      return fmt::format("{}", article.boms);
    case Detail::Names:
      return both_names(article, diagnostic.place.range);
    case Detail::NotUtf8:
      return "not UTF-8";
  }
  return {};
}

void write_problem(JsonWriter& json, const Article& article, const Diagnostic& diagnostic) {
  const auto* known = std::find_if(reference_problems.begin(), reference_problems.end(),
                                   [&](const ReferenceProblem& one) { return one.code == diagnostic.code; });
  if (known == reference_problems.end()) return;
  // The encoding is a matter of the whole file, and byte order marks are named by where the text begins.
  const bool whole = known->detail == Detail::NotUtf8;
  const ByteRange range = diagnostic.place.range;
  const std::size_t offset = known->detail == Detail::BomCount ? range.end : range.begin;
  json.begin_object().member("code", known->name).member("line", whole ? 1 : diagnostic.place.line);
  json.member("off", whole ? 0 : offset)
      .member("detail", detail_of(article, diagnostic, known->detail))
      .end_object();
}

}  // namespace

std::string article_record(const Article& article, const Diagnostics& diagnostics) {
  JsonWriter json;
  json.begin_object();
  write_file(json, article);
  write_header(json, article);
  json.member("bodyKind", name_of(article.body_kind));
  write_json_body(json, article);
  write_headings(json, article.headings);
  write_placeholders(json, article.placeholders);
  write_sections(json, article.sections);
  write_links(json, article.links);
  json.key("problems").begin_array();
  for (const Diagnostic& diagnostic : diagnostics) write_problem(json, article, diagnostic);
  json.end_array().end_object();
  return json.take();
}

}  // namespace tsg
