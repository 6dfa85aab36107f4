// SPDX-License-Identifier: MIT
// Where a command's data and messages go: data to standard output or a file, messages to standard error.
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/text_form.h"
#include "engine/text/result.h"
#include "tools/exit_code.h"

namespace tsg {

enum class ColourChoice : std::uint8_t { Auto, Always, Never };

class Console {
 public:
  // Auto: colour on a terminal, unless NO_COLOR is set and not empty (no-color.org) or TERM is "dumb".
  explicit Console(ColourChoice choice = ColourChoice::Auto);

  Colour output_colour() const { return output_colour_; }
  // Columns of the terminal on standard output; 80 when there is none.
  int width() const;

  void say(const Diagnostic& diagnostic) const;
  // All diagnostics, then a line that counts errors and warnings.
  void say(const Diagnostics& diagnostics) const;
  void say(const HostError& error) const;
  void say(std::string_view line) const;

  // Writes `bytes` to the file `path` atomically, or to standard output when `path` is empty or "-".
  ExitCode deliver(std::string_view bytes, const std::string& path) const;

 private:
  Colour output_colour_;
  Colour message_colour_;
};

}  // namespace tsg
