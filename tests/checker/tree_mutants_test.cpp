// SPDX-License-Identifier: MIT
// Ten mutants and more of each class of defect, made from clean guides: each is found at its place.
#include <catch2/catch.hpp>

#include <functional>

#include "engine/diagnostics/pack_codes.h"
#include "engine/diagnostics/rule_codes.h"
#include "engine/diagnostics/tree_codes.h"
#include "tests/checker/folder_pack.h"

using namespace tsg;
using namespace tsg::test;

namespace {

constexpr std::size_t most_mutants = 10;  // about so many of one class and pack, spread over all of its guide

// Files changed, and where what must be found.
struct Mutant {
  Texts changed = {};
  Code code = {};
  std::string file = {};
  std::uint32_t line = 0;
  std::string word = {};  // in the message, when it is not empty
};

bool found_by(const Mutant& mutant, const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [&mutant](const Diagnostic& each) {
    return each.code == mutant.code && each.place.file == mutant.file && each.place.line == mutant.line &&
           each.message.find(mutant.word) != std::string::npos && !each.help.empty();
  });
}

struct Line {
  std::string step = {};
  std::string text = {};  // "next.yes = ..."
  std::uint32_t number = 0;
  std::uint32_t step_line = 0;
};

// The lines of a guide's steps that begin with `start`.
std::vector<Line> step_lines(const std::string& guide, const std::string& start) {
  std::vector<Line> lines;
  std::istringstream text(guide);
  std::string line;
  Line at;
  for (std::uint32_t number = 1; std::getline(text, line); ++number) {
    if (line.starts_with("[")) {
      at.step = line.starts_with("[steps.") ? line.substr(7, line.size() - 8) : "";
      at.step_line = number;
    }
    if (!at.step.empty() && line.starts_with(start)) lines.push_back({at.step, line, number, at.step_line});
  }
  return lines;
}

std::string with_line(const std::string& text, std::uint32_t number, const std::string& line) {
  std::istringstream in(text);
  std::string out;
  std::string each;
  for (std::uint32_t at = 1; std::getline(in, each); ++at) out += (at == number ? line : each) + "\n";
  return out;
}

// A clean pack and the guide that mutants are made of.
struct Ground {
  FolderPack pack;
  std::string guide;
  std::string domain;
  std::string folder() const { return "guides/" + guide + "/"; }
  std::string file() const { return folder() + "guide.toml"; }
  const std::string& toml() const { return pack.text(file()); }
  std::string next_key(const Line& line) const { return line.text.substr(0, line.text.find(' ')); }
};

Texts mended_printer() {
  Texts texts = texts_below(std::string(TSG_SOURCE_DIR) + "/tests/cli/base", {"guides", "rules"});
  std::string& guide = texts["guides/printer/guide.toml"];
  guide = replaced(guide, "for-each = \"trays\"\n", "for-each = \"trays\"\ninputs = { Tray = \"string\" }\n");
  return texts;
}

using Maker = std::function<std::vector<Mutant>(const Ground&)>;

std::vector<Mutant> per_edge(const Ground& ground, const Code& code, const std::string& target) {
  std::vector<Mutant> mutants;
  for (const Line& line : step_lines(ground.toml(), "next.")) {
    const std::string text = ground.next_key(line) + " = \"" + target + "\"";
    mutants.push_back(
        {{{ground.file(), with_line(ground.toml(), line.number, text)}}, code, ground.file(), line.number});
  }
  return mutants;
}

std::vector<Mutant> per_step_line(const Ground& ground, const Code& code, const std::string& added) {
  std::vector<Mutant> mutants;
  std::string last;
  for (const Line& line : step_lines(ground.toml(), "next.")) {
    if (std::exchange(last, line.step) == line.step) continue;
    mutants.push_back({{{ground.file(), with_line(ground.toml(), line.number, line.text + "\n" + added)}},
                       code,
                       ground.file(),
                       line.step_line});
  }
  return mutants;
}

std::vector<Mutant> lost_steps(const Ground& ground) {
  std::vector<Mutant> mutants;
  std::string last;
  for (const Line& line : step_lines(ground.toml(), "next.")) {
    if (std::exchange(last, line.step) == line.step) continue;
    const std::string lost =
        "[steps.lost]\nnext.yes = \"" + line.step + "\"\nnext.no = \"" + line.step + "\"\n\n";
    const std::string toml = with_line(ground.toml(), line.step_line, lost + "[steps." + line.step + "]");
    mutants.push_back({{{ground.file(), toml},
                        {ground.folder() + "steps/lost.md", article("TSG_Content", "lost", "Lost?")}},
                       codes::step_unreachable,
                       ground.file(),
                       line.step_line});
  }
  return mutants;
}

std::vector<Mutant> circles(const Ground& ground) {
  std::vector<Mutant> mutants;
  std::map<std::string, std::string> texts;
  std::map<std::string, std::uint32_t> places;
  for (const Line& line : step_lines(ground.toml(), "next.")) {
    std::string& text = texts.try_emplace(line.step, ground.toml()).first->second;
    text = with_line(text, line.number, ground.next_key(line) + " = \"" + line.step + "\"");
    places[line.step] = line.step_line;
  }
  for (const auto& [step, text] : texts)
    mutants.push_back({{{ground.file(), text}}, codes::step_circle, ground.file(), places[step]});
  return mutants;
}

bool ruled(const Ground& ground, const std::string& step) {
  return ground.pack.texts().count("rules/" + ground.domain + "/" + step + ".lua") > 0;
}

std::vector<Mutant> edges_dropped(const Ground& ground) {
  std::vector<Mutant> mutants;
  for (const Line& line : step_lines(ground.toml(), "next.")) {
    if (!ruled(ground, line.step)) continue;
    mutants.push_back({{{ground.file(), with_line(ground.toml(), line.number, "")}},
                       codes::answer_without_edge,
                       ground.file(),
                       line.step_line,
                       ground.next_key(line).substr(5)});
  }
  return mutants;
}

std::vector<Mutant> edges_added(const Ground& ground) {
  std::vector<Mutant> mutants;
  for (const Line& line : step_lines(ground.toml(), "next.")) {
    if (!ruled(ground, line.step)) continue;
    const std::string twice = line.text + "\nnext.surplus" + line.text.substr(line.text.find(" = "));
    mutants.push_back({{{ground.file(), with_line(ground.toml(), line.number, twice)}},
                       codes::answer_undeclared,
                       ground.file(),
                       line.number + 1,
                       "surplus"});
  }
  return mutants;
}

// Outcomes of the guide's folder that some edge leads to.
std::vector<std::string> outcome_files(const Ground& ground) {
  std::vector<std::string> files;
  for (const auto& [path, text] : ground.pack.texts()) {
    if (path.starts_with(ground.folder() + "outcomes/")) files.push_back(path);
  }
  return files;
}

std::vector<Mutant> strange_placeholders(const Ground& ground) {
  std::vector<Mutant> mutants;
  for (const std::string& path : outcome_files(ground)) {
    const std::string stem = path.substr(path.rfind('/') + 1, path.size() - path.rfind('/') - 4);
    const bool of_edge =
        !step_lines(ground.toml(), "next.").empty() &&
        ground.toml().substr(0, ground.toml().find("\n[checks")).find(":" + stem + "\"") != std::string::npos;
    const std::string& text = ground.pack.text(path);
    const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    mutants.push_back({{{path, text + "\nA " + slot("Zorn") + ".\n"}},
                       of_edge ? codes::placeholder_without_source : codes::check_lacks_value,
                       path,
                       lines + 2,
                       "Zorn"});
  }
  return mutants;
}

std::vector<Mutant> unused_files(const Ground& ground, const std::string& kind, const Code& code) {
  std::vector<Mutant> mutants;
  for (int at = 0; at < 10; ++at) {
    const std::string path = fmt::format("{}{}/stray-{}.md", ground.folder(), kind, at);
    mutants.push_back({{{path, article("diagnostics", fmt::format("stray{}", at), "Stray")}}, code, path, 1});
  }
  return mutants;
}

std::vector<Mutant> strange_reads(const Ground& ground) {
  std::vector<Mutant> mutants;
  for (const auto& [path, text] : ground.pack.texts()) {
    if (!path.starts_with("rules/") || path.find("/lib/") != std::string::npos) continue;
    const std::uint32_t line = line_of(text, "reads = {");
    if (line == 0) continue;
    mutants.push_back({{{path, replaced(text, "reads = {", "reads = { \"nowhere.at-all\",")}},
                       codes::rule_reads_unknown,
                       path,
                       line});
  }
  return mutants;
}

// Of the ladder: what rung `at` alone gives.
std::vector<Mutant> per_rung(const Ground& ground, const std::function<Mutant(const std::string&)>& make) {
  std::vector<Mutant> mutants;
  if (ground.guide != "ladder") return {};
  for (int at = 0; at < 12; ++at) mutants.push_back(make(std::to_string(at)));
  return mutants;
}

std::vector<Mutant> inputs_dropped(const Ground& ground) {
  return per_rung(ground, [&ground](const std::string& at) {
    const std::string part = "inputs = { V" + at + "x = \"string\" }";
    return Mutant{{{ground.file(), replaced(ground.toml(), part, "")}},
                  codes::placeholder_may_lack,
                  ground.folder() + "outcomes/o" + at + ".md",
                  6,
                  "V" + at + "x"};
  });
}

std::vector<Mutant> provides_dropped(const Ground& ground) {
  return per_rung(ground, [&ground](const std::string& at) {
    const std::string rule = "rules/d/s" + at + ".lua";
    return Mutant{{{rule, replaced(ground.pack.text(rule), "\"V" + at + "x\"", "")}},
                  codes::placeholder_may_lack,
                  ground.folder() + "outcomes/o" + at + ".md",
                  6,
                  "V" + at + "x"};
  });
}

std::vector<Mutant> shown_without(const Ground& ground) {
  return per_rung(ground, [&ground](const std::string& at) {
    const std::string rule = "rules/d/c" + at + ".lua";
    return Mutant{{{rule, replaced(ground.pack.text(rule), "W" + at + "x", "Wrong")}},
                  codes::check_lacks_value,
                  ground.folder() + "outcomes/k" + at + ".md",
                  4,
                  "W" + at + "x"};
  });
}

std::vector<Mutant> aliases_broken(const Ground& ground) {
  return per_rung(ground, [&ground](const std::string& at) {
    const std::string part = "Old" + at + " = \"V" + at + "x\"";
    return Mutant{{{ground.file(), replaced(ground.toml(), part, "Old" + at + " = \"Vanished\"")}},
                  codes::alias_without_source,
                  ground.file(),
                  line_of(ground.toml(), part),
                  "Vanished"};
  });
}

std::vector<Mutant> aliases_in_circles(const Ground& ground) {
  return per_rung(ground, [&ground](const std::string& at) {
    const std::string part = "Old" + at + " = \"V" + at + "x\"";
    const std::string circle = "Old" + at + " = \"Older\"\nOlder = \"old" + at + "\"";
    return Mutant{{{ground.file(), replaced(ground.toml(), part, circle)}},
                  codes::alias_circle,
                  ground.file(),
                  line_of(ground.toml(), part),
                  "Older"};
  });
}

std::vector<Mutant> circles_over_guides(const Ground& ground) {
  return per_rung(ground, [&ground](const std::string& at) {
    const std::string back = "\"guide:ladder#s" + at + "\"";
    std::string toml = ground.toml();
    const std::size_t step = toml.find("[steps.s" + at + "]");
    for (const std::string key : {"next.yes = ", "next.no = ", "on.unknown = "}) {
      const std::size_t value = toml.find(key, step) + key.size();
      toml.replace(value, toml.find('\n', value) - value, "\"guide:attic\"");
    }
    const std::string& attic = ground.pack.text("guides/attic/guide.toml");
    const std::string turned = replaced(replaced(attic, "\"outcome:clean\"", back),
                                        "next.no = \"outcome:done\"", "next.no = " + back);
    return Mutant{{{ground.file(), toml}, {"guides/attic/guide.toml", turned}},
                  codes::guide_cycle,
                  "guides/attic/guide.toml",
                  line_of(turned, "[steps.room]")};
  });
}

}  // namespace

TEST_CASE("mutants of clean guides are all found at their places") {
  const Ground grounds[] = {
      {FolderPack(texts_below(TSG_SOURCE_DIR, {"guides", "rules"})), "application-gateway-502",
       "application-gateway"},
      {FolderPack(mended_printer()), "printer", "office"},
      {FolderPack(ladder(12)), "ladder", "d"},
  };
  for (const Ground& ground : grounds) {
    INFO(told(ground.pack.check()));
    REQUIRE(ground.pack.check().empty());
  }
  const std::vector<std::pair<std::string, Maker>> classes = {
      {"a step out of reach", lost_steps},
      {"a circle without a way out", circles},
      {"a circle over guides", circles_over_guides},
      {"an answer without its edge", edges_dropped},
      {"an edge without its answer", edges_added},
      {"an outcome that is not there",
       [](const Ground& g) { return per_edge(g, codes::target_missing, "outcome:no-such"); }},
      {"a step that is not there",
       [](const Ground& g) { return per_edge(g, codes::target_missing, "no-such"); }},
      {"an article that is not there",
       [](const Ground& g) { return per_edge(g, codes::target_missing, "article:no-such"); }},
      {"a guide that is not there",
       [](const Ground& g) { return per_edge(g, codes::target_missing, "guide:no-such"); }},
      {"a jump to a guide without steps",
       [](const Ground& g) {
         if (g.guide != "ladder") return std::vector<Mutant>();
         return per_edge(g, codes::jump_to_no_steps, "guide:cellar");
       }},
      {"a rule that is not there",
       [](const Ground& g) { return per_step_line(g, codes::rule_missing, "rule = \"no-such\""); }},
      {"a fork without on.no-subjects",
       [](const Ground& g) {
         if (g.guide != "ladder") return std::vector<Mutant>();
         return per_step_line(g, codes::no_subjects_missing, "for-each = \"rooms\"");
       }},
      {"a placeholder that nothing gives", strange_placeholders},
      {"an input that was dropped", inputs_dropped},
      {"a provided value that was dropped", provides_dropped},
      {"a value that a check lacks", shown_without},
      {"an alias for nothing", aliases_broken},
      {"aliases in a circle", aliases_in_circles},
      {"an outcome that nobody shows",
       [](const Ground& g) { return unused_files(g, "outcomes", codes::outcome_unused); }},
      {"a step's article without its step",
       [](const Ground& g) { return unused_files(g, "steps", codes::step_article_unused); }},
      {"a fact that is not declared", strange_reads},
  };
  std::size_t all = 0;
  for (const auto& [name, make] : classes) {
    INFO(name);
    std::size_t count = 0;
    for (const Ground& ground : grounds) {
      const std::vector<Mutant> mutants = make(ground);
      const std::size_t stride = std::max<std::size_t>(mutants.size() / most_mutants, 1);
      for (std::size_t at = 0; at < mutants.size(); at += stride) {
        const Mutant& mutant = mutants[at];
        ++count;
        const Diagnostics diagnostics = ground.pack.check_with(mutant.changed);
        const bool found = found_by(mutant, diagnostics);
        INFO(ground.guide << ": " << mutant.code.id << " at " << mutant.file << ":" << mutant.line << "\n"
                          << told(diagnostics));
        if (!found) CHECK(found);
      }
    }
    CHECK(count >= 10);
    all += count;
  }
  CHECK(all >= 300);
}
