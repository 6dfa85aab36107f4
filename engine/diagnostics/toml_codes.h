// SPDX-License-Identifier: MIT
// What can be wrong with any TOML file of a pack, whatever it describes.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code toml_syntax{"TSG590", Severity::Error, "the file is not TOML"};
inline constexpr Code toml_limits{"TSG591", Severity::Error,
                                  "the TOML file is larger or deeper than is read"};
inline constexpr Code format_missing{"TSG592", Severity::Error, "the file does not say which format it has"};
inline constexpr Code format_unknown{"TSG593", Severity::Error, "the format of the file is not known"};
inline constexpr Code toml_unknown_key{"TSG594", Severity::Error, "a key that means nothing here"};
inline constexpr Code toml_wrong_type{"TSG595", Severity::Error,
                                      "a value of another type than its key takes"};

}  // namespace tsg::codes
