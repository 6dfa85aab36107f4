# SPDX-License-Identifier: MIT
# One interface target carries the warnings, the sanitizers and the include root of every tsg target.
add_library(tsg_compiler INTERFACE)
target_compile_features(tsg_compiler INTERFACE cxx_std_20)
target_compile_options(tsg_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these falsely inside std::string and std::variant when optimising.
  target_compile_options(tsg_compiler INTERFACE
    -Wno-error=maybe-uninitialized -Wno-error=restrict -Wno-error=stringop-overread
    -Wno-error=stringop-overflow -Wno-error=array-bounds)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12 uses its own deprecated std::get_temporary_buffer in std::stable_sort.
  target_compile_options(tsg_compiler INTERFACE -Wno-deprecated-declarations)
endif()
# No path of the building machine in the bytes: the same sources give the same program.
target_compile_options(tsg_compiler INTERFACE "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
if(TSG_SANITIZE)
  target_compile_options(tsg_compiler INTERFACE -fsanitize=${TSG_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(tsg_compiler INTERFACE -fsanitize=${TSG_SANITIZE})
endif()
if(TSG_COVERAGE)
  # Not -fprofile-update=atomic: it makes tests five times slower. A count that two threads lose is left out of the report.
  target_compile_options(tsg_compiler INTERFACE --coverage)
  target_link_options(tsg_compiler INTERFACE --coverage)
endif()
if(TSG_FUZZ)
  # Checks that make two thirds of the code and have no match in what is fuzzed; the tests have them, with GCC.
  target_compile_options(tsg_compiler INTERFACE -fsanitize=fuzzer-no-link
    -fno-sanitize=null,alignment,vptr,object-size)
endif()
