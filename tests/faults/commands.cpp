// SPDX-License-Identifier: MIT
#include "tests/faults/commands.h"

#include <filesystem>
#include <fstream>

namespace tsg::faults {

namespace {

namespace fs = std::filesystem;

Command resolve_guide(const std::string& format, const std::string& output) {
  return {"resolve to " + format,
          {"resolve", "application-gateway-502", "--facts", "guides/application-gateway-502/facts/lab-502",
           "--format", format, "-o", output},
          output};
}

Command render_article(const std::string& format, const std::string& output) {
  return {"render to " + format,
          {"render", "tests/faults/articles/pools.md", "--set", "BackendPool=pool <1>", "--set",
           "GatewayName=gw|1", "--format", format, "-o", output},
          output};
}

void append_to(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::app) << text;
}

// A pack in which the guide, a rule, the catalogue and an article are each wrong in their own way.
Command resolve_broken_pack(const fs::path& folder) {
  const fs::path pack = folder / "broken";
  fs::copy("tests/cli/base", pack, fs::copy_options::recursive);
  append_to(pack / "guides/printer/guide.toml", "[steps.nowhere]\nnext.yes = \"nobody\"\nnest = 1\n");
  append_to(pack / "guides/printer/outcomes/switch-on.md", "\nHello <!--$Host-->[Host]\n");
  append_to(pack / "rules/office/facts.toml", "\"name.first\" = \"sting\"\n");
  append_to(pack / "rules/office/paper.lua", "local = 1\n");
  return {
      "resolve a broken pack", {"resolve", "printer", "--pack", pack, "--facts", pack / "facts.json"}, ""};
}

// A key given twice, one of another type, one that nobody declared.
Command resolve_broken_facts(const fs::path& folder) {
  const fs::path facts = folder / "facts.json";
  append_to(
      facts,
      R"({"printer": {"name": "hall", "NAME": "other", "on": true, "trays": [{"name": 1, "sheets": 0}], )"
      R"("ink": [{"colour": "black", "percent": 4}]}, "unknown": {}})");
  const fs::path output = folder / "resolved.json";
  return {"resolve over broken facts",
          {"resolve", "printer", "--pack", "tests/cli/base", "--facts", facts, "--now",
           "2024-01-01T00:00:00Z", "--answer", "jammed[upper]=yes", "--format", "json", "-o", output},
          output};
}

}  // namespace

std::vector<Command> allocating_commands(const std::string& folder) {
  return {resolve_guide("html", folder + "/resolved.html"),
          render_article("markdown", folder + "/rendered.md"),
          {"inspect broken articles", {"inspect", "tests/faults/articles"}, ""},
          resolve_broken_pack(folder),
          resolve_broken_facts(folder)};
}

std::vector<Command> writing_commands(const std::string& folder) {
  std::vector<Command> commands;
  for (const char* format : {"terminal", "html", "fragment", "markdown", "json"})
    commands.push_back(resolve_guide(format, folder + "/resolved." + format));
  for (const char* format : {"terminal", "html", "fragment", "markdown"})
    commands.push_back(render_article(format, folder + "/rendered." + format));
  return commands;
}

}  // namespace tsg::faults
