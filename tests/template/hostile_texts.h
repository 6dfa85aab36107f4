// SPDX-License-Identifier: MIT
// Values that try to leave the place where a template put them.
#pragma once

#include <string>
#include <vector>

#include "tests/renderers/hostile_values.h"

namespace tsg::test {

inline std::vector<std::string> hostile_texts() {
  using namespace std::string_literals;
  std::vector<std::string> values = own_hostile_values();
  for (const std::string& more : {"\""s,
                                  "'"s,
                                  "\"><img src=x onerror=alert(1)>"s,
                                  "' onmouseover='alert(1)"s,
                                  "</script><script>alert(1)"s,
                                  "</title><b>"s,
                                  "</textarea><b>"s,
                                  "<!--"s,
                                  "-->"s,
                                  "--!>"s,
                                  "]]>"s,
                                  "javascript:alert(1)"s,
                                  "\njava\tscript:alert(1)"s,
                                  "data:text/html,<script>"s,
                                  "a\0b"s,
                                  "\0"s,
                                  "\xFF\xFE"s,
                                  "\xED\xA0\x80"s,
                                  "\xE2\x80\xA8\xE2\x80\xA9"s,
                                  "{{ v }}"s,
                                  "{% if v %}"s,
                                  "\\"s,
                                  "\\\""s,
                                  "\r\n"s,
                                  "\r"s,
                                  "\x0B\x0C"s,
                                  "&lt;b&gt;"s,
                                  "&#x22;"s,
                                  "&quot"s,
                                  "`"s,
                                  "a=b"s,
                                  " /"s})
    values.push_back(more);
  return values;
}

}  // namespace tsg::test
