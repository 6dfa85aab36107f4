// SPDX-License-Identifier: MIT
// Modules of other rule domains: all are read, and a guide's digest holds those it can reach.
#include <catch2/catch.hpp>

#include <filesystem>

#include "engine/loader/pack_reader.h"
#include "engine/loader/required_domains.h"
#include "tests/loader/temporary_folder.h"

using namespace tsg;

namespace {

RuleSource source_of(std::string domain, std::string id, std::string text, bool is_module = true) {
  return {.domain = std::move(domain), .id = std::move(id), .is_module = is_module, .text = std::move(text)};
}

// A pack of one guide in domain `d`, whose rule requires what `rule` says, beside the library domain `net`.
struct SmallPack {
  explicit SmallPack(const std::string& rule) {
    for (const char* made :
         {"guides/g/steps", "guides/g/outcomes", "rules/d/lib", "rules/net/lib", "rules/far/lib"})
      std::filesystem::create_directories(folder.path() + "/" + made);
    folder.write("tsg.toml", "format = 1\nid = \"p\"\nversion = \"1.0.0\"\ntitle = \"p\"\n");
    folder.write("guides/g/guide.toml",
                 "format = 1\nid = \"g\"\nversion = \"1.0.0\"\ndomain = \"d\"\nstart = \"one\"\n[steps.one]\n"
                 "next.yes = \"outcome:a\"\n");
    folder.write("rules/d/facts.toml", "format = 1\n[host]\ntype = \"string\"\n");
    folder.write("rules/d/one.lua", rule);
    folder.write("rules/net/lib/a.lua", "local b = require \"lib.b\"\nreturn {}\n");
    folder.write("rules/net/lib/b.lua", "return {}\n");
    folder.write("rules/far/lib/c.lua", "return {}\n");
  }
  Pack read_for_guide() const { return read_pack_for(folder.path(), "g").pack; }
  Pack read_all() const { return read_pack(folder.path()).pack; }

  TemporaryFolder folder = {};
};

}  // namespace

TEST_CASE("modules of every domain are read, rules only of the guide's") {
  SmallPack pack("local a = require \"net.a\"\n");
  pack.folder.write("rules/net/not-a-module.lua", "return {}\n");
  std::vector<std::string> names;
  for (const RuleSource& source : pack.read_for_guide().rules)
    names.push_back(source.domain + "/" + source.id);
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"d/one", "far/lib.c", "net/lib.a", "net/lib.b"});
}

TEST_CASE("a guide's digest changes with the modules it can reach, and with no others") {
  SmallPack pack("local a = require \"net.a\"\n");
  const std::string before = pack.read_for_guide().guides.at(0).digest;
  CHECK(pack.read_all().guides.at(0).digest == before);
  pack.folder.write("rules/far/lib/c.lua", "return { 1 }\n");
  CHECK(pack.read_for_guide().guides.at(0).digest == before);
  pack.folder.write("rules/net/lib/b.lua", "return { 1 }\n");
  CHECK(pack.read_for_guide().guides.at(0).digest != before);
  CHECK(pack.read_all().guides.at(0).digest == pack.read_for_guide().guides.at(0).digest);
}

TEST_CASE("domains are reached through modules, in either kind of quotes") {
  const std::vector<RuleSource> sources = {source_of("d", "one", "require 'net.a'", false),
                                           source_of("net", "lib.a", "require(\"far.c\")"),
                                           source_of("net", "two", "require 'other.x'", false),
                                           source_of("far", "lib.c", "require [[last.z]]"),
                                           source_of("other", "lib.x", ""),
                                           source_of("last", "lib.z", "require 'd.back'")};
  CHECK(domains_reached_from("d", sources) == std::set<std::string>{"d", "far", "last", "net"});
  CHECK(domains_reached_from("other", sources) == std::set<std::string>{"other"});
}
