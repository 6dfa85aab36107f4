// SPDX-License-Identifier: MIT
#include "renderers/gather_script.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/shell_quote.h"
#include "engine/model/gather_argument.h"
#include "engine/text/visible.h"

namespace tsg {

namespace {

constexpr std::string_view beginning = R"sh(set -u
umask 077
skipped=

fail_usage() {
  echo "error: $1" >&2
  usage >&2
  exit 2
}

wanted() {
  case " $skipped " in
    *" $1 "*) return 1 ;;
  esac
}

# need NAME VALUE KEY...: where one of the documents is wanted, the value is there and can be no option.
need() {
  name=$1
  value=$2
  shift 2
  for key in "$@"; do
    wanted "$key" || continue
    [ -n "$value" ] || fail_usage "--$name is missing; it is needed for $key"
    case $value in
      -*) fail_usage "--$name begins with a hyphen: $value" ;;
    esac
  done
}
)sh";

constexpr std::string_view working = R"sh(
if [ -n "$(ls -A "$folder" 2>/dev/null)" ]; then
  echo "error: $folder is there and not empty" >&2
  echo "help: name a new folder" >&2
  exit 2
fi
mkdir -p "$folder" || exit 4
part=$folder/.part
records=$folder/.records
trap 'rm -f "$part" "$records"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
: > "$records"
failed=0

json_text() {
  printf '%s' "$1" | LC_ALL=C tr '\000-\037\177' '[ *]' | LC_ALL=C sed 's/\\/\\\\/g; s/"/\\"/g'
}

# quoted WORD...: the words as a line for a shell.
quoted() {
  for word in "$@"; do
    case $word in
      '' | *[!A-Za-z0-9_./:=@%+-]*) printf "'%s' " "$(printf '%s' "$word" | LC_ALL=C sed "s/'/'\\\\''/g")" ;;
      *) printf '%s ' "$word" ;;
    esac
  done
}

tool_of() {
  version=
  [ "$1" != az ] || version=$(az version --query '"azure-cli"' --output tsv 2>/dev/null </dev/null)
  if [ -n "$version" ]; then echo "azure-cli $version"; else basename -- "$1"; fi
}

# gather KEY COMMAND...: keeps what the command prints, when it succeeds and prints something.
gather() {
  key=$1
  shift
  wanted "$key" || return 0
  at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  code=0
  "$@" >"$part" </dev/null || code=$?
  if [ "$code" -ne 0 ] || [ ! -s "$part" ]; then
    rm -f "$part"
    failed=$((failed + 1))
    why="ended with $code"
    [ "$code" -ne 0 ] || why="printed nothing"
    echo "error: $key is not gathered: $1 $why" >&2
    return
  fi
  mv "$part" "$folder/$key.json" || exit 4
  line=$(quoted "$@")
  printf '"%s": {"at": "%s", "command": "%s", "tool": "%s"}\n' \
    "$key" "$at" "$(json_text "${line% }")" "$(json_text "$(tool_of "$1")")" >>"$records"
  echo "$key is gathered" >&2
}

)sh";

constexpr std::string_view ending = R"sh(
printf '"%s"\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >"$part" && mv "$part" "$folder/now.json" || exit 4
{
  echo '{'
  sed '$!s/$/,/' "$records"
  echo '}'
} >"$part" && mv "$part" "$folder/_gathered.json" || exit 4
if [ "$failed" -gt 0 ]; then
  echo "error: $failed of the documents are not gathered" >&2
  exit 1
fi
)sh";

// A comment or message of one line.
std::string one_line(std::string_view text) {
  return visible(text);
}

std::string word_of(const std::string& argument) {
  std::string word;
  for (const ArgumentPart& part : parts_of_argument(argument)) {
    word += part.kind == ArgumentPartKind::Text ? shell_line({part.text}) : "\"$p_" + part.text + '"';
  }
  return word.empty() ? "''" : word;
}

// A key that can be the stem of a facts file.
bool names_a_file(std::string_view key) {
  return !key.empty() && key.front() != '_' && key.front() != '.' && key.front() != '-' &&
         std::all_of(key.begin(), key.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                  c == '-' || c == '.';
         });
}

class Script {
 public:
  explicit Script(const Requirements& requirements) : requirements_(requirements) {
    for (const RequiredDocument& required : requirements.documents) {
      const bool gathered = !required.document.gather.empty() && names_a_file(required.document.key);
      if (!gathered && required.document.key == "now") continue;  // the script writes it
      (gathered ? gathered_ : by_hand_).push_back(&required.document);
    }
    std::stable_sort(gathered_.begin(), gathered_.end(),
                     [](const auto* a, const auto* b) { return a->cost < b->cost; });
    for (const CatalogueDocument* document : gathered_) {
      for (const std::string& name : gather_parameters(document->gather)) {
        if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
      }
    }
  }

  std::string write() {
    out_ = "#!/bin/sh\n# " +
           one_line(fmt::format(
               "Gathers the facts of guide {}, version {}, into a folder for `tsg resolve --facts`.",
               requirements_.guide, requirements_.guide_version)) +
           "\n# Made by `tsg requires`. The facts are those of a customer: keep the folder as their class "
           "asks.\n";
    out_ += beginning;
    write_usage();
    write_arguments();
    out_ += working;
    for (const CatalogueDocument* document : gathered_) write_gathering(*document);
    write_by_hand();
    out_ += ending;
    return std::move(out_);
  }

 private:
  void write_usage() {
    out_ += "\nusage() {\n  cat <<'END_OF_USAGE'\nusage: sh SCRIPT";
    for (const std::string& name : names_) out_ += fmt::format(" --{} VALUE", name);
    out_ +=
        " [--skip DOCUMENT]... [FOLDER]\n\nGathers these documents into FOLDER (default: facts), which must "
        "not be there or be empty:\n";
    for (const CatalogueDocument* document : gathered_) {
      out_ += "  " + document->key;
      for (const std::string& name : gather_parameters(document->gather)) out_ += " --" + name;
      out_ += '\n';
    }
    if (!names_.empty()) {
      out_ += "A value may stand in the environment instead:";
      for (const std::string& name : names_) out_ += " TSG_" + name;
      out_ += "\n";
    }
    out_ += "END_OF_USAGE\n}\n\n";
  }

  void write_arguments() {
    for (const std::string& name : names_) out_ += fmt::format("p_{0}=${{TSG_{0}:-}}\n", name);
    out_ += "folder=facts\nwhile [ $# -gt 0 ]; do\n  case $1 in\n";
    for (const std::string& name : names_) {
      out_ += fmt::format(
          "    --{0})\n      [ $# -gt 1 ] || fail_usage \"--{0} has no value\"\n      p_{0}=$2\n      shift "
          "2\n      ;;\n",
          name);
    }
    std::string keys;
    for (const CatalogueDocument* document : gathered_) keys += (keys.empty() ? "" : " | ") + document->key;
    if (!keys.empty()) {
      out_ += fmt::format(
          "    --skip)\n      [ $# -gt 1 ] || fail_usage \"--skip has no document\"\n      case $2 in\n      "
          "  {}) ;;\n"
          "        *) fail_usage \"there is no document $2\" ;;\n      esac\n      skipped=\"$skipped $2\"\n "
          "     shift 2\n"
          "      ;;\n",
          keys);
    }
    out_ +=
        "    -h | --help)\n      usage\n      exit 0\n      ;;\n    -*) fail_usage \"there is no option $1\" "
        ";;\n"
        "    *)\n      folder=$1\n      shift\n      ;;\n  esac\ndone\n";
    for (const std::string& name : names_) {
      out_ += fmt::format("need {0} \"$p_{0}\"", name);
      for (const CatalogueDocument* document : gathered_) {
        const std::vector<std::string> needed = gather_parameters(document->gather);
        if (std::find(needed.begin(), needed.end(), name) != needed.end()) out_ += " " + document->key;
      }
      out_ += '\n';
    }
  }

  void write_gathering(const CatalogueDocument& document) {
    out_ += "gather " + document.key;
    for (const std::string& argument : document.gather) out_ += " " + word_of(argument);
    out_ += '\n';
  }

  void write_by_hand() {
    for (const CatalogueDocument* document : by_hand_) {
      const std::string note = document->key + " has no command: give it by hand, where it is known";
      out_ += "echo " + shell_line({one_line(note)}) + " >&2\n";
    }
  }

  const Requirements& requirements_;
  std::vector<const CatalogueDocument*> gathered_ = {};
  std::vector<const CatalogueDocument*> by_hand_ = {};
  std::vector<std::string> names_ = {};
  std::string out_ = {};
};

}  // namespace

std::string gather_script(const Requirements& requirements) {
  return Script(requirements).write();
}

}  // namespace tsg
