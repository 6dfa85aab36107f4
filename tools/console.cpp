// SPDX-License-Identifier: MIT
#include "tools/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "engine/text/file.h"
#include "engine/text/visible.h"

namespace tsg {

namespace {

Colour colour_for(int descriptor, ColourChoice choice) {
  if (choice == ColourChoice::Always) return Colour::Always;
  if (choice == ColourChoice::Never || isatty(descriptor) == 0) return Colour::Never;
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_colour != nullptr && *no_colour != '\0') return Colour::Never;
  if (terminal == nullptr || std::strcmp(terminal, "dumb") == 0) return Colour::Never;
  return Colour::Always;
}

void to_standard_error(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace

Console::Console(ColourChoice choice)
    : output_colour_(colour_for(STDOUT_FILENO, choice)), message_colour_(colour_for(STDERR_FILENO, choice)) {}

int Console::width() const {
  constexpr int usual_width = 80;
  constexpr int least_width = 20;
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_width;
  return std::max<int>(size.ws_col, least_width);
}

void Console::say(const Diagnostic& diagnostic) const {
  to_standard_error(to_text(diagnostic, message_colour_));
}

void Console::say(const Diagnostics& diagnostics) const {
  for (const Diagnostic& diagnostic : diagnostics) say(diagnostic);
  const std::string counted = count_text(diagnostics);
  if (!counted.empty()) say(counted);
}

void Console::say(const HostError& error) const {
  say(fmt::format("error: {}", error.message));
  if (!error.help.empty()) say(fmt::format("help: {}", error.help));
}

void Console::say(std::string_view line) const {
  to_standard_error(visible(line) + "\n");
}

ExitCode Console::deliver(std::string_view bytes, const std::string& path) const {
  if (!path.empty() && path != "-") {
    const Result<Written> written = write_file_atomically(path, bytes);
    if (!written) say(written.error());
    return written ? ExitCode::Done : ExitCode::Machine;
  }
  const bool complete =
      std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
  if (complete) return ExitCode::Done;
  say(HostError{fmt::format("cannot write to standard output: {}", std::strerror(errno)), ""});
  return ExitCode::Machine;
}

}  // namespace tsg
