# SPDX-License-Identifier: MIT
# tsg_room(NAME [ROOMS room...] [USES target...])
#   A room that has no source yet makes no target and is not linked.
#   A room of the engine: a static library tsg_NAME of every .cpp in the calling folder, which may see only
#   the rooms it names and the outside libraries it uses. tests/house/rooms_check.py reads the includes and
#   holds them to the same order.
function(tsg_room NAME)
  cmake_parse_arguments(ROOM "" "" "ROOMS;USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_library(tsg_${NAME} STATIC ${sources})
  add_library(tsg::${NAME} ALIAS tsg_${NAME})
  set_target_properties(tsg_${NAME} PROPERTIES EXPORT_NAME ${NAME})
  target_include_directories(tsg_${NAME} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/tsg>)
  target_link_libraries(tsg_${NAME} PRIVATE $<BUILD_INTERFACE:tsg_compiler>)
  foreach(room IN LISTS ROOM_ROOMS)
    if(TARGET tsg_${room})
      target_link_libraries(tsg_${NAME} PUBLIC tsg_${room})
    endif()
  endforeach()
  foreach(library IN LISTS ROOM_USES)
    target_link_libraries(tsg_${NAME} PRIVATE ${library})
  endforeach()
  tsg_precompile(tsg_${NAME})
  set_property(GLOBAL APPEND PROPERTY TSG_ROOMS tsg_${NAME})
endfunction()
