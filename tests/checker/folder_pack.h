// SPDX-License-Identifier: MIT
// Packs as texts by path, written to a folder of their own, read, compiled and checked as `tsg` does it.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "engine/checker/guide_check.h"
#include "engine/diagnostics/text_form.h"
#include "engine/loader/pack_reader.h"
#include "engine/lua/rule_engine.h"
#include "tests/loader/temporary_folder.h"

namespace tsg::test {

using Texts = std::map<std::string, std::string>;

// The line, from 1, on which `part` begins; 0 when it is not there.
inline std::uint32_t line_of(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) return 0;
  return static_cast<std::uint32_t>(
             std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
         1;
}

inline std::string replaced(std::string text, const std::string& part, const std::string& by) {
  const std::size_t at = text.find(part);
  INFO("no " << part << " in " << text);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

// Everything loading, compiling and checking say of the pack in a folder.
inline Diagnostics check_folder(const std::string& root) {
  const PackReading reading = read_pack(root);
  const RuleCompilation rules = compile_rules(reading.pack.rules, reading.pack.catalogues, {});
  Diagnostics diagnostics = reading.diagnostics;
  append(diagnostics, rules.diagnostics);
  append(diagnostics, check_guides(reading.pack, contracts_of(reading.pack, rules.engine)));
  return diagnostics;
}

// A pack on the disk whose files can be changed and put back.
class FolderPack {
 public:
  explicit FolderPack(Texts texts) : texts_(std::move(texts)) {
    for (const auto& [path, text] : texts_) write(path, text);
  }

  const Texts& texts() const { return texts_; }
  const std::string& text(const std::string& path) const { return texts_.at(path); }
  std::string root() const { return folder_.path(); }
  Diagnostics check() const { return check_folder(folder_.path()); }

  // The findings with these files in the place of what the pack has.
  Diagnostics check_with(const Texts& changed) const {
    for (const auto& [path, text] : changed) write(path, text);
    Diagnostics diagnostics = check();
    for (const auto& [path, text] : changed) {
      const auto own = texts_.find(path);
      if (own != texts_.end()) write(path, own->second);
      if (own == texts_.end()) std::filesystem::remove(folder_.path() + "/" + path);
    }
    return diagnostics;
  }

 private:
  void write(const std::string& path, const std::string& text) const {
    const std::filesystem::path full = folder_.path() + "/" + path;
    std::filesystem::create_directories(full.parent_path());
    std::ofstream(full, std::ios::binary) << text;
  }

  Texts texts_;
  TemporaryFolder folder_ = {};
};

inline Texts texts_below(const std::string& root, const std::vector<std::string>& folders) {
  Texts texts;
  for (const std::string& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root + "/" + folder)) {
      if (!entry.is_regular_file()) continue;
      std::ostringstream text;
      text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      texts[std::filesystem::relative(entry.path(), root).string()] = text.str();
    }
  }
  std::ostringstream settings;
  settings << std::ifstream(root + "/tsg.toml").rdbuf();
  texts["tsg.toml"] = settings.str();
  return texts;
}

inline std::string article(const std::string& type, const std::string& id, const std::string& title,
                           const std::string& body = "Words.") {
  return fmt::format("<properties articleId=\"{}\" selfHelpType=\"{}\" />\n# {}\n\n{}\n", id, type, title,
                     body);
}

inline std::string slot(const std::string& name) {
  return fmt::format("<!--${0}-->[{0}]<!--/${0}-->", name);
}

inline std::string rule_text(const std::string& provides, const std::string& body = "return no()") {
  return fmt::format(
      "-- SPDX-License-Identifier: MIT\nreturn {{\n  answers = {{ \"yes\", \"no\" }},\n  reads = {{ "
      "\"house.name\" }},\n"
      "  provides = {{ {} }},\n  decide = function(facts)\n    {}\n  end,\n}}\n",
      provides, body);
}

// A clean guide of `rungs` steps, each with a rule, an input and an outcome of its own; its last step jumps
// to guide `attic`, whose step forks. Every rung has a check, too. Guide `cellar` has checks only.
inline Texts ladder(int rungs) {
  Texts texts;
  texts["tsg.toml"] = "format = 1\nid = \"p\"\nversion = \"1\"\ntitle = \"P\"\n";
  texts["rules/d/facts.toml"] =
      "format = 1\n[house]\nclass = \"customer\"\n[house.paths]\n\"name\" = \"string\"\n\"owner\" = "
      "\"string?\"\n";
  std::string guide =
      "format = 1\nid = \"ladder\"\nversion = \"1\"\ntitle = \"Ladder\"\ndomain = \"d\"\nstart = \"s0\"\n";
  std::string checks;
  std::string values = "\n[values]\nHouse = \"house.name\"\n";
  for (int at = 0; at < rungs; ++at) {
    const std::string next = at + 1 < rungs ? fmt::format("s{}", at + 1) : "guide:attic";
    guide += fmt::format(
        "\n[steps.s{0}]\nnext.yes = \"outcome:o{0}\"\nnext.no = \"{1}\"\non.unknown = \"{1}\"\n"
        "inputs = {{ V{0}x = \"string\" }}\n",
        at, next);
    checks += fmt::format("\n[checks.c{0}]\nshows = \"outcome:k{0}\"\n", at);
    values += fmt::format("Old{0} = \"V{0}x\"\n", at);
    texts[fmt::format("rules/d/s{}.lua", at)] = rule_text(fmt::format("yes = {{ \"V{}x\" }}", at));
    texts[fmt::format("rules/d/c{}.lua", at)] = rule_text(fmt::format("yes = {{ \"W{}x\" }}", at));
    texts[fmt::format("guides/ladder/steps/s{}.md", at)] =
        article("TSG_Content", fmt::format("ls{}", at), fmt::format("Step {}?", at));
    texts[fmt::format("guides/ladder/outcomes/o{}.md", at)] =
        article("diagnostics", fmt::format("lo{}", at), fmt::format("Outcome {}", at),
                fmt::format("Of {}:\n\n{} was {}.", slot("House"), slot(fmt::format("V{}x", at)),
                            slot(fmt::format("Old{}", at))));
    texts[fmt::format("guides/ladder/outcomes/k{}.md", at)] = article(
        "diagnostics", fmt::format("lk{}", at), fmt::format("Check {}", at), slot(fmt::format("W{}x", at)));
  }
  texts["guides/ladder/guide.toml"] = guide + checks + values;
  texts["guides/attic/guide.toml"] =
      "format = 1\nid = \"attic\"\nversion = \"1\"\ntitle = \"Attic\"\ndomain = \"d\"\nstart = \"room\"\n\n"
      "[steps.room]\nfor-each = \"rooms\"\nnext.yes = \"outcome:clean\"\nnext.no = \"outcome:done\"\n"
      "on.no-subjects = \"outcome:done\"\ninputs = { Room = \"string\" }\n\n[values]\nHouse = "
      "\"house.name\"\n";
  texts["guides/cellar/guide.toml"] =
      "format = 1\nid = \"cellar\"\nversion = \"1\"\ntitle = \"Cellar\"\ndomain = \"d\"\n\n"
      "[checks.c0]\nshows = \"outcome:damp\"\n";
  texts["rules/d/rooms.lua"] =
      rule_text("yes = { \"Room\" }", "finding(\"a\", { Room = \"a\" }) return yes()");
  texts["rules/d/room.lua"] = rule_text("");
  texts["guides/attic/steps/room.md"] = article("TSG_Content", "as", "Is it dirty?");
  texts["guides/attic/outcomes/clean.md"] =
      article("diagnostics", "ac", "Clean it", slot("Room") + " of " + slot("House"));
  texts["guides/attic/outcomes/done.md"] = article("diagnostics", "ad", "Done");
  texts["guides/cellar/outcomes/damp.md"] = article("diagnostics", "cd", "Damp");
  return texts;
}

inline std::string told(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& each : diagnostics) text += to_text(each, Colour::Never);
  return text;
}

inline const Diagnostic* find(const Diagnostics& diagnostics, const Code& code) {
  for (const Diagnostic& each : diagnostics) {
    if (each.code == code) return &each;
  }
  return nullptr;
}

}  // namespace tsg::test
