// SPDX-License-Identifier: MIT
#include "tools/new_names.h"

#include <fmt/format.h>

#include "engine/loader/edge_reader.h"
#include "engine/text/ascii.h"
#include "engine/text/visible.h"
#include "tools/new_texts.h"

namespace tsg {

std::optional<HostError> wrong_id(std::string_view id, std::string_view what) {
  if (valid_id(id)) return std::nullopt;
  return HostError{fmt::format("`{}` is no {} id", visible(id), what),
                   "use lower-case letters, digits and hyphens, beginning with a letter or digit"};
}

Result<NamePair> pair_of(std::string_view name, std::string_view form) {
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos) {
    return HostError{fmt::format("`{}` is not of the form {}", visible(name), form), "see `tsg new --help`"};
  }
  const std::size_t middle = form.find('/');
  const NamePair pair = {std::string(name.substr(0, slash)), std::string(name.substr(slash + 1))};
  if (auto wrong = wrong_id(pair.first, ascii_lowered(form.substr(0, middle)))) return *wrong;
  if (auto wrong = wrong_id(pair.second, ascii_lowered(form.substr(middle + 1)))) return *wrong;
  return pair;
}

Result<std::string> title_or(const std::string& title, std::string_view id) {
  if (title.empty()) return title_of_id(id);
  if (plain_title(title)) return title;
  return HostError{
      fmt::format("`{}` cannot be a title here", visible(title)),
      "leave quotes, angle brackets, backslashes and control characters away: edit the files for those"};
}

}  // namespace tsg
