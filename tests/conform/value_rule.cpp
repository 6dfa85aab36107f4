// SPDX-License-Identifier: MIT
#include "tests/conform/value_rule.h"

#include <stdexcept>

#include "engine/loader/catalogue_reader.h"
#include "engine/text/json_writer.h"

namespace tsg::conform {

ValueRule::ValueRule()
    : catalogue_(
          read_catalogue("gw", "rules/gw/facts.toml", "format = 1\n[host]\ntype = \"string\"\n").catalogue),
      sources_({{.domain = "gw",
                 .id = "echo",
                 .file = "rules/gw/echo.lua",
                 .text = "return { answers = { 'yes' }, reads = { 'host' }, decide = function(facts)\n"
                         "return yes { Text = facts.host, Size = #facts.host } end }\n"}}),
      compiled_(compile_rules(sources_, {&catalogue_, 1}, {})),
      reader_(catalogue_) {
  if (compiled_.engine.contract("gw/echo") == nullptr) throw std::runtime_error("the rule does not compile");
}

Verdict ValueRule::read(const std::string& text) {
  JsonWriter json;
  json.begin_object().member("host", text).end_object();
  Facts facts(catalogue_);
  reader_.begin(facts);
  Diagnostics diagnostics;
  if (!reader_.read_documents("facts.json", json.text(), diagnostics))
    throw std::runtime_error(diagnostics.front().message);
  return compiled_.engine.run("gw/echo", facts, {}, Trace::Off);
}

}  // namespace tsg::conform
