// SPDX-License-Identifier: MIT
// Every bound on what a client may send, hold open or keep waiting. docs/server.md lists them for readers;
// tests/server has a case for each.
#pragma once

#include <chrono>
#include <cstddef>

namespace tsg::web::limits {

inline constexpr std::size_t header_block_bytes = 16U << 10U;  // the request line and all headers
inline constexpr std::size_t header_count = 100;
inline constexpr std::size_t target_bytes = 4U << 10U;
inline constexpr std::size_t query_parameters = 100;
inline constexpr std::size_t body_bytes = 1U << 20U;  // unless the options say another
inline constexpr std::size_t received_body_bytes =
    12U << 20U;  // of all clients, from the first byte to the answer
inline constexpr std::size_t cookies = 50;
inline constexpr std::size_t form_parts = 100;               // of multipart/form-data
inline constexpr std::size_t part_header_bytes = 4U << 10U;  // of one part
inline constexpr std::size_t part_name_bytes = 256;
inline constexpr std::size_t file_name_bytes = 1024;
inline constexpr std::size_t boundary_bytes = 70;   // RFC 2046, 5.1.1
inline constexpr std::size_t counted_routes = 200;  // each with its classes of status; others count as one

inline constexpr std::size_t connections = 256;  // unless the options say another; beyond: the one that
                                                 // waited longest is dropped
inline constexpr std::size_t reserved_descriptors = 64;  // of the process, for all that is no connection
inline constexpr std::size_t event_subscribers = 64;     // of those
inline constexpr std::size_t pending_response_bytes = 64U << 20U;  // bodies made for one client, not yet sent
inline constexpr std::size_t served_file_bytes = 16U << 20U;
inline constexpr std::size_t queued_events = 64;  // of one subscriber; a slower one is dropped
inline constexpr std::size_t queued_event_bytes = 1U << 20U;
inline constexpr std::size_t discarded_bytes = 256U << 10U;  // read and thrown away after a refusal

inline constexpr std::chrono::milliseconds request_time{5000};       // from the first byte to the last
inline constexpr std::size_t upload_bytes_per_second = 512U << 10U;  // a body has so much more time
inline constexpr std::chrono::milliseconds idle_time{15000};         // between two requests
inline constexpr std::chrono::milliseconds write_time{10000};  // for a client to take a response, or an event
inline constexpr std::chrono::milliseconds farewell_time{1000};  // for a refused client to stop sending
inline constexpr std::chrono::milliseconds heartbeat_time{15000};
inline constexpr std::chrono::milliseconds retry_time{300};  // a browser waits before it connects again

}  // namespace tsg::web::limits
