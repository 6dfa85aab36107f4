# SPDX-License-Identifier: MIT
# `cmake --install`: the program, the rooms as static libraries, their headers, and a CMake package, so that an embedder
# writes find_package(tsg) and links tsg::engine (and tsg::renderers).
include(CMakePackageConfigHelpers)
get_property(rooms GLOBAL PROPERTY TSG_ROOMS)
install(TARGETS ${rooms} EXPORT tsg-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/tsg)
install(TARGETS tsg RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY engine renderers DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tsg FILES_MATCHING PATTERN "*.h")
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/tsg)
install(EXPORT tsg-targets NAMESPACE tsg:: DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/tsg-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/tsg-config.cmake cmake/TsgDependencies.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/tsg-config-version.cmake DESTINATION ${package_folder})
