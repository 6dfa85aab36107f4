// SPDX-License-Identifier: MIT
#include "tools/server/event_frame.h"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

#include "tests/server/event_parser.h"

using namespace tsg::web;
using namespace std::string_literals;

namespace {

// What a reader gets of `data`: line ends become LF.
std::string with_line_feeds(std::string_view data) {
  std::string out;
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data[i] == '\n' && i > 0 && data[i - 1] == '\r') continue;
    out += data[i] == '\r' ? '\n' : data[i];
  }
  return out;
}

}  // namespace

TEST_CASE("an event is framed line by line") {
  CHECK(event_frame(7, "problems", "two\nlines") == "id: 7\nevent: problems\ndata: two\ndata: lines\n\n");
  CHECK(event_frame(1, "reload", "") == "id: 1\nevent: reload\ndata: \n\n");
}

TEST_CASE("a reader gets the data as it was, whatever lines it holds") {
  std::mt19937 random(6);
  const std::vector<std::string> pieces = {"\n", "\r",      "\r\n",  "a",      " ",
                                           ":",  "data: x", "id: 9", "\u00e9", "\n\n"};
  for (int round = 0; round < 20000; ++round) {
    std::string data;
    for (auto left = random() % 8; left > 0; --left) data += pieces[random() % pieces.size()];
    const ParsedStream stream = parse_events(event_preamble() + event_frame(5, "reload", data));
    REQUIRE(stream.events.size() == 1);
    CHECK(stream.events[0] == ParsedEvent{"5", "reload", with_line_feeds(data)});
  }
}

TEST_CASE("a stream says how soon to come back, and a heartbeat says nothing") {
  const ParsedStream stream = parse_events(event_preamble() + std::string(heartbeat_frame()));
  CHECK(stream.retry == "300");
  CHECK(stream.events.empty());
}

TEST_CASE("what is not UTF-8 does not break a frame") {
  CHECK(parse_events(event_frame(1, "a", "\xff\nb\xc3")).events[0].data == "\ufffd\nb\ufffd");
}
