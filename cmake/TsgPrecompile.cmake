# SPDX-License-Identifier: MIT
# tsg_precompile(TARGET... [ALSO header...]): with TSG_PRECOMPILE, the headers that most of a target's sources include are
# compiled once. Presets with sanitizers have it: there most of the time goes into headers. The others do without, so that a
# source that forgets an include does not build.
function(tsg_precompile)
  if(NOT TSG_PRECOMPILE)
    return()
  endif()
  cmake_parse_arguments(PCH "" "" "ALSO" ${ARGN})
  foreach(target IN LISTS PCH_UNPARSED_ARGUMENTS)
    if(TARGET ${target})
      target_precompile_headers(${target} PRIVATE
        <algorithm> <functional> <map> <optional> <string> <variant> <vector> <fmt/format.h> ${PCH_ALSO})
    endif()
  endforeach()
endfunction()
