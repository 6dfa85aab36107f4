// SPDX-License-Identifier: MIT
#include "engine/loader/includes.h"

#include <catch2/catch.hpp>

#include <map>

#include "engine/diagnostics/article_codes.h"
#include "engine/loader/article_reader.h"
#include "engine/model/limits.h"

using namespace tsg;

namespace {

// A folder of files in memory.
class Folder {
 public:
  Folder& with(const std::string& path, const std::string& bytes) {
    files_[path] = bytes;
    return *this;
  }
  BodyReading body_of(const std::string& path) const {
    const Article article = read_article(path, files_.at(path)).article;
    return read_body(article, "guides", [this](const std::string& name) -> Result<std::string> {
      const auto found = files_.find(name);
      if (found == files_.end()) return HostError{"cannot open `" + name + "`", ""};
      return found->second;
    });
  }
  const std::string& bytes(const std::string& path) const { return files_.at(path); }

 private:
  std::map<std::string, std::string> files_;
};

const std::string header = "<properties a=\"1\" />\n";

}  // namespace

TEST_CASE("a body is the article without its header") {
  const BodyReading reading =
      Folder().with("guides/a.md", "# Before\n\n" + header + "text\r\n").body_of("guides/a.md");
  CHECK(reading.body.text == "# Before\n\n\ntext\r\n");
  CHECK(reading.diagnostics.empty());
  const Place place = reading.body.place(11, 15);
  CHECK(place.line == 4);
  CHECK(place.range == ByteRange{31, 35});
}

TEST_CASE("a JSON body is no Markdown") {
  CHECK(Folder().with("guides/a.md", header + "# T\n---\n{}\n---\n").body_of("guides/a.md").body.text ==
        "\n# T\n");
}

TEST_CASE("double encoding is repaired in the body, and places stay those of the file") {
  const std::string bytes = header +
                            "a\xC3\x82\xC2\xA0"
                            "b c\n";
  const BodyReading reading = Folder().with("guides/a.md", bytes).body_of("guides/a.md");
  const std::string& text = reading.body.text;
  CHECK(text ==
        "\na\xC2\xA0"
        "b c\n");
  const std::size_t at = text.find('c');
  CHECK(bytes.substr(reading.body.place(at, at + 1).range.begin, 1) == "c");
  CHECK(reading.body.place(text.find('b') - 2, text.find('b')).range.begin == bytes.find('\xC3'));
}

TEST_CASE("every byte of a body was written where its place says") {
  Folder folder;
  folder.with("guides/g/a.md", "\xEF\xBB\xBF" + header + "one\n  <!-- include: ../shared/x.md -->  \ntwo\n")
      .with("guides/shared/x.md", "<properties b=\"2\" />\n\nshared\n\n<!-- include: y.md -->\nlast\n\n")
      .with("guides/shared/y.md", "deep caf\xE9\n");
  const BodyReading reading = folder.body_of("guides/g/a.md");
  CHECK(reading.body.text == "\none\n  shared\n\n  deep caf\xC3\xA9\n  last  \ntwo\n");
  for (std::size_t at = 0; at < reading.body.text.size(); ++at) {
    const char c = reading.body.text[at];
    const Place place = reading.body.place(at, at + 1);
    const std::string& bytes = folder.bytes(place.file);
    INFO(at << " in " << place.file << " at " << place.range.begin);
    REQUIRE(place.range.begin < bytes.size());
    if (static_cast<unsigned char>(c) < 0x80 && c != ' ') CHECK(bytes[place.range.begin] == c);
    CHECK(place.line == 1 + std::count(bytes.begin(),
                                       bytes.begin() + static_cast<std::ptrdiff_t>(place.range.begin), '\n'));
  }
}

TEST_CASE("an include in fenced code is text, one beside text is told") {
  const BodyReading fenced =
      Folder().with("guides/a.md", "```\n<!-- include: x.md -->\n```\n").body_of("guides/a.md");
  CHECK(fenced.body.text == "```\n<!-- include: x.md -->\n```\n");
  CHECK(fenced.diagnostics.empty());
  const BodyReading beside =
      Folder().with("guides/a.md", "see <!-- include: x.md -->\n").body_of("guides/a.md");
  REQUIRE(beside.diagnostics.size() == 1);
  CHECK(beside.diagnostics.front().code == codes::include_not_alone);
}

TEST_CASE("messages of included text point into its file") {
  const BodyReading reading = Folder()
                                  .with("guides/a.md", "<!-- include: x.md -->\n<!-- include: x.md -->\n")
                                  .with("guides/x.md", "\n\nbad <!--/$X-->\n")
                                  .body_of("guides/a.md");
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics.front().code == codes::placeholder_orphan_close);
  CHECK(reading.diagnostics.front().place.file == "guides/x.md");
  CHECK(reading.diagnostics.front().place.line == 3);
}

TEST_CASE("an include must be there and stay inside") {
  for (const char* name :
       {"missing.md", "../../etc/passwd", "/etc/passwd", "..\\x.md", "../g/../../x.md", ""}) {
    INFO(name);
    const BodyReading reading =
        Folder()
            .with("guides/a.md", std::string("x\n<!-- include: ") + name + " -->\ny\n")
            .body_of("guides/a.md");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics.front().severity == Severity::Error);
    CHECK(reading.diagnostics.front().place.line == 2);
    CHECK(reading.body.text == "x\n\ny\n");
  }
}

TEST_CASE("a circle of includes shows its chain") {
  const BodyReading reading = Folder()
                                  .with("guides/a.md", "<!-- include: b.md -->\n")
                                  .with("guides/b.md", "b\n<!-- include: ./s/../a.md -->\n")
                                  .body_of("guides/a.md");
  REQUIRE(reading.diagnostics.size() == 1);
  const Diagnostic& diagnostic = reading.diagnostics.front();
  CHECK(diagnostic.code == codes::include_cycle);
  CHECK(diagnostic.message == "files include each other: guides/a.md -> guides/b.md -> guides/a.md");
  CHECK(diagnostic.place.file == "guides/b.md");
  REQUIRE(diagnostic.notes.size() == 1);
  CHECK(diagnostic.notes.front().place.file == "guides/a.md");
}

TEST_CASE("includes are bounded in depth, number and size") {
  Folder deep;
  for (std::size_t i = 0; i <= limits::include_depth + 1; ++i) {
    deep.with("guides/" + std::to_string(i) + ".md",
              "x\n<!-- include: " + std::to_string(i + 1) + ".md -->\n");
  }
  const BodyReading too_deep = deep.body_of("guides/0.md");
  REQUIRE(too_deep.diagnostics.size() == 1);
  CHECK(too_deep.diagnostics.front().code == codes::include_too_deep);

  Folder wide;
  for (int i = 0; i < 10; ++i) {
    std::string bytes = "laugh\n";
    for (int j = 0; j < 10; ++j) bytes += "<!-- include: " + std::to_string(i + 1) + ".md -->\n";
    wide.with("guides/" + std::to_string(i) + ".md", bytes);
  }
  const BodyReading too_many = wide.with("guides/10.md", "end\n").body_of("guides/0.md");
  REQUIRE(too_many.diagnostics.size() == 1);
  CHECK(too_many.diagnostics.front().code == codes::include_too_large);
  CHECK(too_many.body.text.size() <= limits::include_bytes);

  std::string lines;
  while (lines.size() < 200000) lines += "a\n";
  const BodyReading indented = Folder()
                                   .with("guides/a.md", std::string(1000, ' ') + "<!-- include: x.md -->\n")
                                   .with("guides/x.md", lines)
                                   .body_of("guides/a.md");
  CHECK(indented.body.text.size() <= limits::include_bytes);
  CHECK(has_error(indented.diagnostics));
}
