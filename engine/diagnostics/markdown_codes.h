// SPDX-License-Identifier: MIT
// Messages about the Markdown of an article's body.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

// Placeholders.
inline constexpr Code placeholder_in_url{"TSG201", Severity::Error,
                                         "a placeholder stands in the scheme, host or port of a URL"};
inline constexpr Code placeholder_in_reference_label{
    "TSG202", Severity::Error, "a placeholder stands in the label of a link definition"};
inline constexpr Code placeholder_in_fence_info{"TSG203", Severity::Error,
                                                "a placeholder stands in the info string of a code fence"};
inline constexpr Code placeholder_in_tag{
    "TSG204", Severity::Error, "a placeholder stands in an HTML tag outside a quoted attribute value"};
inline constexpr Code placeholder_in_comment{"TSG205", Severity::Error, "a placeholder stands in a comment"};
inline constexpr Code placeholder_in_forbidden{
    "TSG206", Severity::Error, "a placeholder stands in an element that is dropped with its content"};
inline constexpr Code placeholder_not_shown{"TSG207", Severity::Error,
                                            "a placeholder stands where nothing is shown"};
inline constexpr Code placeholder_too_wide{"TSG208", Severity::Error,
                                           "a placeholder's default spans paragraphs or markers"};
inline constexpr Code placeholder_in_default{"TSG209", Severity::Warning,
                                             "a placeholder stands in the default of another"};

// Sections and audiences.
inline constexpr Code marker_inside_element{"TSG211", Severity::Warning,
                                            "a marker's begin and end stand in different elements"};
inline constexpr Code audience_unclosed{"TSG212", Severity::Error, "a text for agents is never closed"};
inline constexpr Code audience_unopened{"TSG213", Severity::Warning,
                                        "an audience is closed that was not opened"};
inline constexpr Code audience_unknown{"TSG214", Severity::Error, "an audience has an unknown name"};
inline constexpr Code marker_not_shown{"TSG215", Severity::Error, "a marker stands where nothing is shown"};
inline constexpr Code audience_nested{"TSG216", Severity::Warning, "a text for agents stands in another"};

// Raw HTML.
inline constexpr Code tag_unknown{"TSG221", Severity::Warning, "a tag is not one that may be used"};
inline constexpr Code element_forbidden{"TSG222", Severity::Error, "an element is dropped with its content"};
inline constexpr Code attribute_dropped{"TSG223", Severity::Warning,
                                        "an attribute is not one that may be used"};
inline constexpr Code tag_unbalanced{"TSG224", Severity::Warning, "a tag is closed or opened once too often"};
inline constexpr Code component_left_out{"TSG225", Severity::Info, "a component is left out"};
inline constexpr Code tag_left_out{"TSG226", Severity::Warning, "a tag is left out and what is in it stays"};

// Links.
inline constexpr Code link_refused{"TSG231", Severity::Error,
                                   "a link or image has an address that is refused"};
inline constexpr Code portal_action{"TSG232", Severity::Info, "a portal link is shown as text"};

// Bounds.
inline constexpr Code body_beyond_bounds{"TSG241", Severity::Error,
                                         "an article is too large or too deep to be compiled"};
inline constexpr Code messages_left_out{"TSG242", Severity::Info,
                                        "more messages about an article are left out"};

}  // namespace tsg::codes
