// SPDX-License-Identifier: MIT
// What one session may hold. More is refused, never cut.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tsg {

inline constexpr std::size_t session_text_bytes = 64U
                                                  << 10U;  // each text of an event, of a head, of a summary
inline constexpr std::size_t session_facts_bytes = 64U << 20U;  // the documents of one event, together
inline constexpr std::size_t session_facts_documents = 1000;    // of one event
inline constexpr std::size_t session_json_depth = 128;          // of a document or a value
inline constexpr std::size_t session_events = 10'000;           // of one session
inline constexpr std::size_t session_summary_texts = 20'000;    // outcomes, and open steps, of one session

}  // namespace tsg
