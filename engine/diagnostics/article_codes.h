// SPDX-License-Identifier: MIT
// What can be wrong with an article as a file: its encoding, header, placeholders, sections, includes. A
// recovery that loses nothing is a warning; an error is what no reading can make good.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code header_missing{"TSG101", Severity::Warning, "an article has no property header", "H01"};
inline constexpr Code header_text_before{"TSG102", Severity::Warning,
                                         "text stands before the property header", "H02"};
inline constexpr Code header_unclosed_quote{"TSG103", Severity::Warning,
                                            "a header value has no closing quote", "H03"};
inline constexpr Code header_stray_char{"TSG104", Severity::Warning,
                                        "a stray character between header attributes", "H04"};
inline constexpr Code header_unclosed{"TSG105", Severity::Error, "the property header never ends"};
inline constexpr Code header_odd_quotes{"TSG106", Severity::Warning,
                                        "a header value is not in straight quotes"};
inline constexpr Code header_duplicate_key{"TSG107", Severity::Warning, "a header key occurs twice"};
inline constexpr Code header_glued_text{"TSG108", Severity::Warning,
                                        "text stands right behind the header's end"};

inline constexpr Code yaml_unclosed{"TSG111", Severity::Error, "the YAML header never ends"};
inline constexpr Code yaml_too_large{"TSG112", Severity::Error, "the YAML header is too large"};
inline constexpr Code yaml_malformed{"TSG113", Severity::Error, "the YAML header cannot be read"};

inline constexpr Code article_not_utf8{"TSG121", Severity::Warning, "an article is not UTF-8", "F01"};
inline constexpr Code article_bom_repeated{"TSG122", Severity::Warning,
                                           "an article begins with several byte order marks", "H06"};
inline constexpr Code article_double_encoded{"TSG123", Severity::Warning, "text was encoded as UTF-8 twice"};
inline constexpr Code article_utf16{"TSG124", Severity::Error, "an article is UTF-16"};
inline constexpr Code article_nul{"TSG125", Severity::Warning, "an article holds NUL characters"};

inline constexpr Code placeholder_case_mismatch{"TSG131", Severity::Warning,
                                                "a placeholder closes with another case of its name", "P01"};
inline constexpr Code placeholder_name_mismatch{"TSG132", Severity::Error,
                                                "a placeholder closes with another name"};
inline constexpr Code placeholder_orphan_close{"TSG133", Severity::Error,
                                               "a placeholder is closed but never opened", "P02"};
inline constexpr Code placeholder_unclosed{"TSG134", Severity::Error,
                                           "a placeholder is opened but never closed"};
inline constexpr Code placeholder_nested{"TSG135", Severity::Error, "a placeholder stands inside another"};
inline constexpr Code placeholder_bad_name{"TSG136", Severity::Warning,
                                           "a placeholder name holds odd characters", "P04"};

inline constexpr Code section_unclosed{"TSG141", Severity::Warning, "a section is opened but never closed",
                                       "P10"};
inline constexpr Code section_orphan_close{"TSG142", Severity::Warning,
                                           "a section is closed but never opened", "P11"};
inline constexpr Code section_nested{"TSG143", Severity::Warning, "a section stands inside another", "P12"};

inline constexpr Code json_body_unclosed{"TSG151", Severity::Warning, "a JSON body never ends"};
inline constexpr Code json_body_tail{"TSG152", Severity::Warning, "text stands behind a JSON body"};

inline constexpr Code article_too_large{"TSG161", Severity::Error, "an article is too large"};
inline constexpr Code article_beyond_bounds{"TSG162", Severity::Error,
                                            "an article's Markdown is beyond what is parsed"};
inline constexpr Code article_unreadable{"TSG163", Severity::Error, "an article cannot be read"};

inline constexpr Code include_unreadable{"TSG171", Severity::Error, "an included file cannot be read"};
inline constexpr Code include_outside{"TSG172", Severity::Error,
                                      "an include leaves the folder it must stay in"};
inline constexpr Code include_cycle{"TSG173", Severity::Error, "files include each other in a circle"};
inline constexpr Code include_too_deep{"TSG174", Severity::Error, "includes are nested too deep"};
inline constexpr Code include_too_large{"TSG175", Severity::Error, "includes expand to too much text"};
inline constexpr Code include_not_alone{"TSG176", Severity::Warning,
                                        "an include does not stand alone on its line"};

}  // namespace tsg::codes
