// SPDX-License-Identifier: MIT
#include "engine/loader/article_reader.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/diagnostics/article_codes.h"
#include "engine/model/limits.h"

using namespace tsg;

namespace {

std::vector<std::string> codes_of(const ArticleReading& reading) {
  std::vector<std::string> ids;
  for (const Diagnostic& diagnostic : reading.diagnostics) ids.emplace_back(diagnostic.code.id);
  return ids;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs properties_of(const Article& article) {
  Pairs pairs;
  for (const Property& property : article.header.properties) pairs.emplace_back(property.key, property.value);
  return pairs;
}

const Diagnostic& only(const ArticleReading& reading) {
  REQUIRE(reading.diagnostics.size() == 1);
  return reading.diagnostics.front();
}

std::string with_fix(std::string bytes, const Diagnostic& diagnostic) {
  REQUIRE(diagnostic.fix.has_value());
  const Fix& fix = *diagnostic.fix;
  return bytes.replace(fix.range.begin, fix.range.end - fix.range.begin, fix.replacement);
}

const std::string header = "<properties a=\"1\" />\n";

}  // namespace

struct HeaderCase {
  const char* what;
  const char* bytes;
  Pairs properties;
  std::vector<Code> codes;
};

TEST_CASE("a properties header is read in every form it is written") {
  const HeaderCase cases[] = {
      {"one a line", "<properties\n\ta=\"1\"\r\n    b='2'\n/>\n# T", {{"a", "1"}, {"b", "2"}}, {}},
      {"all on one line", "<properties a=\"1\" b=\"2\"/>", {{"a", "1"}, {"b", "2"}}, {}},
      {"blanks around =", "<properties a = \"1\" b\t=\n\"2\" />", {{"a", "1"}, {"b", "2"}}, {}},
      {"the other quote", "<properties a=\"it's\" b='\"x\"' />", {{"a", "it's"}, {"b", "\"x\""}}, {}},
      {"markup in a value", "<properties a=\"x > y </z/>\" />", {{"a", "x > y </z/>"}}, {}},
      {"a value over lines", "<properties a=\"1,\n 2\" b=\"\" />", {{"a", "1,\n 2"}, {"b", ""}}, {}},
      {"entities stay", "<properties a=\"&quot;&amp;\" />", {{"a", "&quot;&amp;"}}, {}},
      {"odd blanks between",
       "<properties a=\"1\"\xC2\xA0\n\xE2\x80\x8B"
       "b=\"2\" />",
       {{"a", "1"}, {"b", "2"}},
       {}},
      {"dots in keys", "<properties ms.author=\"x\" />", {{"ms.author", "x"}}, {}},
      {"bare close", "<properties a=\"1\">", {{"a", "1"}}, {}},
      {"blanks before", " \n\n<properties a=\"1\" />", {{"a", "1"}}, {}},
      {"a longer name is none", "<propertiesX a=\"1\" />", {}, {codes::header_missing}},
      {"another case is none", "<Properties a=\"1\" />", {}, {codes::header_missing}},
      {"stray comma",
       "<properties a=\"1\", b=\"2\" />",
       {{"a", "1"}, {"b", "2"}},
       {codes::header_stray_char}},
      {"doubled quote",
       "<properties a=\"1\"\"\nb=\"2\" />",
       {{"a", "1"}, {"b", "2"}},
       {codes::header_stray_char}},
      {"a word without value",
       "<properties a=\"1\" draft b=\"2\" />",
       {{"a", "1"}, {"b", "2"}},
       {codes::header_stray_char}},
      {"missing quote",
       "<properties\na=\"1\nb=\"2\"\n/>",
       {{"a", "1"}, {"b", "2"}},
       {codes::header_unclosed_quote}},
      {"missing quote, CR LF",
       "<properties\r\na=\"1\r\nb=\"2\"\r\n/>",
       {{"a", "1"}, {"b", "2"}},
       {codes::header_unclosed_quote}},
      {"missing last quote", "<properties\na=\"1\n/>\ntext", {{"a", "1"}}, {codes::header_unclosed_quote}},
      {"no quotes",
       "<properties a=1 b=two/>",
       {{"a", "1"}, {"b", "two"}},
       {codes::header_odd_quotes, codes::header_odd_quotes}},
      {"no value", "<properties a=\nb=\"2\" />", {{"a", ""}, {"b", "2"}}, {codes::header_odd_quotes}},
      {"curly quotes",
       "<properties a=\xE2\x80\x9Cx y\xE2\x80\x9D b=\"2\" />",
       {{"a", "x y"}, {"b", "2"}},
       {codes::header_odd_quotes}},
      {"duplicate keys",
       "<properties a=\"1\" A=\"2\" />",
       {{"a", "1"}, {"A", "2"}},
       {codes::header_duplicate_key}},
      {"never closed, heading", "<properties\na=\"1\"\n\n# Title\n", {{"a", "1"}}, {codes::header_unclosed}},
      {"never closed, end", "<properties a=\"1\"", {{"a", "1"}}, {codes::header_unclosed}},
      {"never closed, empty", "<properties", {}, {codes::header_unclosed}},
      {"text before", "# T\n<properties a=\"1\" />", {{"a", "1"}}, {codes::header_text_before}},
      {"text glued", "<properties a=\"1\" />e\n", {{"a", "1"}}, {codes::header_glued_text}},
      {"nothing", "", {}, {codes::header_missing}},
  };
  for (const HeaderCase& one : cases) {
    INFO(one.what);
    const ArticleReading reading = read_article("a.md", one.bytes);
    CHECK(properties_of(reading.article) == one.properties);
    std::vector<std::string> expected;
    for (const Code& code : one.codes) expected.emplace_back(code.id);
    CHECK(codes_of(reading) == expected);
  }
}

TEST_CASE("the last of equal keys holds, whatever its case") {
  CHECK(read_article("a.md", "<properties articleId=\"1\" articleid=\"2\" />").article.id() == "2");
}

TEST_CASE("the header's place counts bytes of the file") {
  const Header read =
      read_article("a.md", "\xEF\xBB\xBF\n<properties\n a=\"\xC3\xA9\" b=\"2\" />x").article.header;
  CHECK(read.range == ByteRange{4, 32});
  CHECK(read.line == 2);
  CHECK(read.end_line == 3);
  CHECK(read.properties[1].offset == 24);
  CHECK(read.properties[1].line == 3);
}

TEST_CASE("an unclosed header leaves its body readable") {
  const Article article =
      read_article("a.md", "<properties\na=\"1\"\n\n# Title\n<!--$X-->x<!--/$X-->\n").article;
  CHECK(article.title() == "Title");
  CHECK(article.placeholders.size() == 1);
}

TEST_CASE("fixes mend what was recovered") {
  for (const char* bytes :
       {"<properties a=\"1\", b=\"2\" />", "<properties\na=\"1\nb=\"2\"\n/>",
        "\xEF\xBB\xBF\xEF\xBB\xBF<properties a=\"1\" />", "<properties a=\"1\" />\nx\xC3\x82\xC2\xA0y",
        "<properties a=\"1\" />\n<!--$Ip-->x<!--/$IP-->",
        "<properties a=\"1\" />\n<!--/issueDescription-->x<!--/issueDescription-->"}) {
    INFO(bytes);
    const ArticleReading reading = read_article("a.md", bytes);
    REQUIRE_FALSE(reading.diagnostics.empty());
    CHECK(read_article("a.md", with_fix(bytes, reading.diagnostics.front())).diagnostics.empty());
  }
}

TEST_CASE("messages say where, what and what to do") {
  const ArticleReading reading = read_article("g/a.md", "<properties\n  a=\"1\",\n/>");
  const Diagnostic& diagnostic = only(reading);
  CHECK(diagnostic.place.file == "g/a.md");
  CHECK(diagnostic.place.line == 2);
  CHECK(diagnostic.place.column == 8);
  CHECK(diagnostic.source_line == "  a=\"1\",");
  CHECK(diagnostic.message == "`,` stands between the header's attributes");
  CHECK(diagnostic.help == "delete it");
}

TEST_CASE("a Windows-1252 file is read with offsets of its bytes") {
  const std::string bytes = "<properties t=\"caf\xE9\" b=\"2\" />\n\x93q\x94 <!--$A-->x<!--/$A-->\n";
  const ArticleReading reading = read_article("a.md", bytes);
  CHECK(only(reading).code == codes::article_not_utf8);
  CHECK(only(reading).place.range == ByteRange{18, 19});
  CHECK(reading.article.property("t") == "caf\xC3\xA9");
  const Placeholder& placeholder = reading.article.placeholders.front();
  CHECK(bytes.substr(placeholder.range.begin, placeholder.range.end - placeholder.range.begin) ==
        "<!--$A-->x<!--/$A-->");
  CHECK(bytes.substr(reading.article.header.properties[1].offset, 1) == "b");
}

TEST_CASE("byte order marks are dropped and counted") {
  const ArticleReading once = read_article("a.md", "\xEF\xBB\xBF" + header);
  CHECK(once.article.boms == 1);
  CHECK(once.diagnostics.empty());
  CHECK(once.article.header.range.begin == 3);
  CHECK(once.article.decoded_offset(0) == 0);
  CHECK(codes_of(read_article("a.md", "\xEF\xBB\xBF\xEF\xBB\xBF" + header)) ==
        std::vector<std::string>{std::string(codes::article_bom_repeated.id)});
}

TEST_CASE("UTF-16 is refused with a reason") {
  const ArticleReading reading = read_article("a.md", std::string("\xFF\xFE#\0 \0T\0", 8));
  CHECK(has_error(reading.diagnostics));
  CHECK(reading.diagnostics.front().code == codes::article_utf16);
}

TEST_CASE("line ends are counted") {
  const Article article = read_article("a.md", "a\r\nb\nc\rd\r\n").article;
  CHECK(article.line_ends == LineEnds{2, 1, 1});
  CHECK(article.final_newline);
}

struct MarkCase {
  const char* body;
  std::vector<Code> codes;
  std::size_t placeholders;
  std::size_t sections;
};

TEST_CASE("damaged placeholders and sections are reported and the rest is read") {
  const MarkCase cases[] = {
      {"<!--$A-->a<!--/$A-->", {}, 1, 0},
      {"<!--$ A -->a<!--/$A-->", {}, 1, 0},
      {"<!--$A-->a<!--/$a-->", {codes::placeholder_case_mismatch}, 1, 0},
      {"<!--$A-->a<!--/$B-->", {codes::placeholder_name_mismatch}, 1, 0},
      {"<!--$A-->a", {codes::placeholder_unclosed}, 0, 0},
      {"a<!--/$A-->", {codes::placeholder_orphan_close}, 0, 0},
      {"<!--$A-->a<!--$B-->b<!--/$B--><!--/$A-->", {codes::placeholder_nested}, 2, 0},
      {"<!--$A b-->a<!--/$A b-->", {codes::placeholder_bad_name, codes::placeholder_bad_name}, 1, 0},
      {"<!--salutation-->a<!--/salutation-->", {}, 0, 1},
      {"<!--rcaDescription--><!--resolutionDetails-->a<!--/resolutionDetails--><!--/rcaDescription-->",
       {},
       0,
       2},
      {"<!--issueDescription--><!--salutation-->a<!--/salutation--><!--/issueDescription-->",
       {codes::section_nested},
       0,
       2},
      {"<!--issueDescription-->a", {codes::section_unclosed}, 0, 0},
      {"a<!--/issueDescription-->", {codes::section_orphan_close}, 0, 0},
      {"<!--issueDescription-->a<!--/salutation-->b<!--/issueDescription-->",
       {codes::section_orphan_close},
       0,
       1},
      {"<!--Salutation-->a", {}, 0, 0},
  };
  for (const MarkCase& one : cases) {
    INFO(one.body);
    const ArticleReading reading = read_article("a.md", header + one.body);
    std::vector<std::string> expected;
    for (const Code& code : one.codes) expected.emplace_back(code.id);
    CHECK(codes_of(reading) == expected);
    CHECK(reading.article.placeholders.size() == one.placeholders);
    CHECK(reading.article.sections.size() == one.sections);
  }
}

TEST_CASE("a placeholder knows the section it stands in") {
  const Article article =
      read_article("a.md", header +
                               "<!--rcaDescription--><!--additionalInfo--><!--$A-->a<!--/$A-->"
                               "<!--/additionalInfo--><!--$B-->b<!--/$B--><!--/rcaDescription-->"
                               "<!--$C-->c<!--/$C-->")
          .article;
  REQUIRE(article.placeholders.size() == 3);
  CHECK(article.placeholders[0].section == "additionalInfo");
  CHECK(article.placeholders[1].section == "rcaDescription");
  CHECK(article.placeholders[2].section.empty());
}

TEST_CASE("a JSON body runs to the last fence") {
  const std::string bytes = header + "# T\n---\n\n {\"a\": \"---\"}\n---\n \n---  \n";
  const ArticleReading reading = read_article("a.md", bytes);
  CHECK(reading.diagnostics.empty());
  CHECK(reading.article.body_kind == BodyKind::Json);
  REQUIRE(reading.article.json_body.has_value());
  CHECK(reading.article.json_body->open_line == 3);
  CHECK(reading.article.json_body->close_line == 8);
  CHECK(bytes.substr(reading.article.json_body->text.begin, 2) == "{\"");
  CHECK(reading.article.headings.size() == 1);
}

TEST_CASE("a rule line before prose is no JSON body") {
  CHECK(read_article("a.md", header + "# T\n\n---\n\ntext\n").article.body_kind == BodyKind::Markdown);
  CHECK(read_article("a.md", header + " \n\n").article.body_kind == BodyKind::Empty);
  CHECK(codes_of(read_article("a.md", header + "---\n{}")) ==
        std::vector<std::string>{std::string(codes::json_body_unclosed.id)});
  CHECK(codes_of(read_article("a.md", header + "---\n{}\n---\ntail")) ==
        std::vector<std::string>{std::string(codes::json_body_tail.id)});
}

TEST_CASE("headings before the header count, in the lines of the file") {
  const Article article =
      read_article("a.md", "# First\n\n<properties\na=\"1\" />\n\n## Second [l](u)\n").article;
  REQUIRE(article.headings.size() == 2);
  CHECK(article.headings[0].line == 1);
  CHECK(article.headings[1].line == 6);
  CHECK(article.links.front().line == 6);
}

TEST_CASE("too large files are refused, too large Markdown is not parsed") {
  const ArticleReading refused = read_article("a.md", std::string(limits::article_bytes + 1, 'a'));
  CHECK(only(refused).code == codes::article_too_large);
  CHECK(refused.article.text.empty());
  const ArticleReading unparsed = read_article("a.md", header + std::string(limits::markdown_bytes, 'a'));
  CHECK(only(unparsed).code == codes::article_beyond_bounds);
  CHECK(unparsed.article.header.properties.size() == 1);
}

TEST_CASE("one hostile file gives a bounded number of messages") {
  std::string bytes = header;
  while (bytes.size() < limits::article_bytes - 100) bytes += "<!--/$a b--><!--/salutation-->,";
  CHECK(read_article("a.md", bytes).diagnostics.size() <= 201);
}

TEST_CASE("an offset inside a character of several bytes stays in the file") {
  const Article article = read_article("a.md", "\x80\x80").article;
  for (std::size_t at = 0; at <= article.text.size(); ++at) CHECK(article.file_offset(at) <= 2);
}

TEST_CASE("long headers are read in time that grows with their size alone") {
  for (const char* attribute : {"a=b ", "a=\"1\" ", "a='\n", "a=\"\n", "x ", ", ",
                                "a=\xE2\x80\x9C"
                                "b\xE2\x80\x9D "}) {
    std::string bytes = "<properties ";
    while (bytes.size() < limits::article_bytes - 100) bytes += attribute;
    CHECK(read_article("a.md", bytes).article.bytes == bytes.size());
  }
}
