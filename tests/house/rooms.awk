# SPDX-License-Identifier: MIT
# Reads the includes of the sources given and holds them to the order of the rooms (docs/architecture.md):
# a file may include its own room and lower levels, and a library only in the room that owns it.
BEGIN {
  level["engine/text"] = 0
  level["engine/diagnostics"] = 1; level["engine/model"] = 1
  level["engine/markdown"] = 2; level["engine/lua"] = 2; level["engine/evaluator"] = 2; level["engine/composer"] = 2; level["engine/planner"] = 2
  level["engine/loader"] = 3
  level["engine/checker"] = 4
  level["engine"] = 5
  level["renderers/template"] = 5.5; level["renderers/search"] = 5.5; level["renderers"] = 6
  level["renderers/site"] = 6.5; level["renderers/help_api"] = 6.5
  level["tools/server"] = 6; level["tools/sessions"] = 6; level["tools"] = 7
  level["tests"] = 9
  owner["cmark-gfm"] = "engine/markdown"; owner["lua.h"] = "engine/lua"; owner["lauxlib.h"] = "engine/lua"
  owner["lualib.h"] = "engine/lua"; owner["re2/"] = "engine/lua"; owner["toml++"] = "engine/loader"
  owner["simdjson"] = "engine/loader"; owner["yaml-cpp"] = "engine/loader"; owner["CLI/"] = "tools"
  owner["boost/"] = "tools/server"; owner["sqlite3"] = "tools/sessions"
}
function room_of(path,   parts, count, room) {
  count = split(path, parts, "/")
  if (parts[1] == "tests") return "tests"
  if (parts[1] == "engine") return count > 2 ? "engine/" parts[2] : "engine"
  if (parts[1] == "renderers" && parts[2] == "template" && count > 2) return "renderers/template"
  if (parts[1] == "tools" && parts[2] == "server" && count > 2) return "tools/server"
  if (parts[1] == "tools" && parts[2] == "sessions" && count > 2) return "tools/sessions"
  if (parts[1] == "renderers" && parts[2] == "site" && count > 2) return "renderers/site"
  if (parts[1] == "renderers" && parts[2] == "help_api" && count > 2) return "renderers/help_api"
  if (parts[1] == "renderers" && parts[2] == "search" && count > 2) return "renderers/search"
  return parts[1]
}
function complain(text) { printf "house: %s:%d: %s\n", FILENAME, FNR, text > "/dev/stderr"; bad = 1 }
/^[ \t]*#[ \t]*include[ \t]*"/ {
  split($0, quoted, "\""); target = quoted[2]
  from = room_of(FILENAME); to = room_of(target)
  if (target !~ /\//) complain("include `" target "` by its full path")
  else if (!(to in level)) complain("`" target "` is in no room")
  else if (from != to && level[to] >= level[from])
    complain("room `" from "` must not see `" to "`")
}
/^[ \t]*#[ \t]*include[ \t]*</ {
  match($0, /<[^>]*>/); header = substr($0, RSTART + 1, RLENGTH - 2)
  from = room_of(FILENAME)
  for (library in owner)
    if (index(header, library) == 1 && from != owner[library] && from != "tests")
      complain("only `" owner[library] "` may include <" header ">")
}
END { exit bad }
