# SPDX-License-Identifier: MIT
# find_package(tsg): the targets tsg::engine, tsg::renderers and the rooms below them.
include("${CMAKE_CURRENT_LIST_DIR}/TsgDependencies.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/tsg-targets.cmake")
