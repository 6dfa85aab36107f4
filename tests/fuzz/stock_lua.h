// SPDX-License-Identifier: MIT
// Lua with its own libraries, as an oracle for the sandbox's.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "tests/fuzz/host_calls.h"

namespace tsg::fuzz {

struct Expectation {
  bool known = false;
  std::optional<std::string> shown =
      {};  // what `show` of calls_chunk makes of the results; nothing: it fails
};

class StockLua {
 public:
  StockLua();
  ~StockLua();
  StockLua(const StockLua&) = delete;
  StockLua& operator=(const StockLua&) = delete;

  // What the call `index` of host_calls() must give, by its oracle or by Lua's own libraries.
  Expectation expect(std::size_t index, const Arguments& arguments);

 private:
  void push_arguments(const Arguments& arguments);
  std::optional<std::string> shown(int results);

  lua_State* lua_;
  int show_ = 0;
  int calls_ = 0;
};

}  // namespace tsg::fuzz
