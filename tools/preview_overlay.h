// SPDX-License-Identifier: MIT
// What `tsg preview` adds to a page: the problems of its sources as a terminal shows them, laid over it, and
// a script that reloads the page when it was built anew. Nothing is inline, so that a page may forbid that
// (`script-src 'self'; style-src 'self'; connect-src 'self'`).
//
//   a page          add_preview(page, problems, events.newest_id())
//   script_path     preview_script()
//   style_path      preview_style()
//   problems_path   problems_overlay(diagnostics), empty when there are none
//   the events      `reload` after a build, `problems` when only the overlay is another
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"

namespace tsg::overlay {

inline constexpr std::string_view script_path = "/_preview/preview.js";
inline constexpr std::string_view style_path = "/_preview/preview.css";
inline constexpr std::string_view problems_path = "/_preview/problems";
inline constexpr std::size_t shown_problems = 100;  // of a longer list the first, and how many there are

// One <section role="alert"> with the text of `to_text` for each; empty for no diagnostics.
std::string problems_overlay(const Diagnostics& diagnostics);

// `page` with the overlay, the style and the script before its `</body>`, or at its end. `newest_event` is
// that of the event stream when the page is served, asked for before the page is looked up: then an event
// between the two is not missed. The site must be replaced before its `reload` is published. A server that
// starts anew must count events from elsewhere (web::ServerOptions::first_event_id): a page reloads once for
// an id.
std::string add_preview(std::string page, std::string_view overlay,
                        std::optional<std::uint64_t> newest_event);

// A page of its own for sources of which nothing could be built.
std::string problems_page(const Diagnostics& diagnostics, std::optional<std::uint64_t> newest_event);

std::string_view preview_script();
std::string_view preview_style();

}  // namespace tsg::overlay
