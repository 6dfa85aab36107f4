// SPDX-License-Identifier: MIT
#include "renderers/help_api/help_step_id.h"

#include <catch2/catch.hpp>

namespace tsg {
namespace {

TEST_CASE("a step's id says guide, step and subject, whatever the subject is") {
  const HelpStepId ids[] = {{"", "scope", ""},
                            {"vpn", "scope", ""},
                            {"", "tls-error", "10.0.0.4"},
                            {"vpn", "tunnel", "a / b[0]#c]"},
                            {"", "x", "]["}};
  for (const HelpStepId& each : ids) {
    INFO(to_text(each));
    CHECK(read_help_step_id(to_text(each)) == each);
  }
  CHECK(to_text(ids[3]) == "vpn#tunnel[a / b[0]#c]]");
}

TEST_CASE("what names no step is no id") {
  for (const char* text : {"", "[a]", "#", "#a", "a#", "a[", "a[]", "a[b", "a[b]c"}) {
    INFO(text);
    CHECK_FALSE(read_help_step_id(text));
  }
}

}  // namespace
}  // namespace tsg
