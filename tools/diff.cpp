// SPDX-License-Identifier: MIT
#include "tools/diff.h"

#include <optional>

#include "engine/composer/resolution_difference.h"
#include "engine/loader/resolution_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "renderers/difference.h"

namespace tsg {

namespace {

std::optional<Resolution> read(const std::string& file, const Console& console) {
  const Result<std::string> text = file == "-" ? read_standard_input(limits::resolution_json_bytes)
                                               : read_file(file, limits::resolution_json_bytes);
  if (!text) return console.say(text.error()), std::nullopt;
  ResolutionRead read = read_resolution(text.value(), file == "-" ? "standard input" : file);
  console.say(read.diagnostics);
  return std::move(read.resolution);
}

std::string rendered(const ResolutionDifference& difference, const DiffCommand& command,
                     const Console& console) {
  switch (command.format) {
    case OutputFormat::Markdown:
      return difference_markdown(difference);
    case OutputFormat::Json:
      return difference_json(difference);
    case OutputFormat::Fragment:
      return difference_html(difference);
    case OutputFormat::Terminal:
    case OutputFormat::Html:
    case OutputFormat::JsonLines:
      break;
  }
  const int width = command.width > 0 ? command.width : console.width();
  return difference_terminal(difference,
                             {.width = static_cast<std::size_t>(width),
                              .colour = command.output.empty() ? console.output_colour() : Colour::Never});
}

}  // namespace

ExitCode diff(const DiffCommand& command, const Console& console) {
  if (command.before == "-" && command.after == "-") {
    console.say(HostError{"both resolutions are standard input", "name a file for one of them"});
    return ExitCode::Usage;
  }
  const std::optional<Resolution> before = read(command.before, console);
  const std::optional<Resolution> after = read(command.after, console);
  if (!before || !after) return ExitCode::Unreadable;
  const ResolutionDifference difference = seen_by(compare_resolutions(*before, *after), command.audience);
  const ExitCode delivered = console.deliver(rendered(difference, command, console), command.output);
  if (delivered != ExitCode::Done) return delivered;
  return difference.differs() ? ExitCode::Findings : ExitCode::Done;
}

}  // namespace tsg
