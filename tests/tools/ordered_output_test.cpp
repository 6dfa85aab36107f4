// SPDX-License-Identifier: MIT
#include "tools/ordered_output.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace tsg;

namespace {

class StringSink final : public ByteSink {
 public:
  explicit StringSink(std::size_t most_bytes = SIZE_MAX) : most_bytes_(most_bytes) {}
  Result<Written> write(std::string_view bytes) override {
    ++writes;
    if (text.size() + bytes.size() > most_bytes_) return HostError{"the disk is full", ""};
    text.append(bytes);
    return Written{};
  }
  std::string text = {};
  int writes = 0;

 private:
  std::size_t most_bytes_;
};

OrderedPiece piece(std::string bytes, OrderedPiece::Kind kind = OrderedPiece::Kind::Whole) {
  return {std::move(bytes), 1, kind};
}

}  // namespace

TEST_CASE("pieces come out in order, in whatever order they come in") {
  StringSink sink;
  Event ending;
  OrderedOutput output(sink, {8, 1000}, ending);
  output.put(2, piece("c"));
  output.put(1, piece("b"));
  CHECK(sink.text.empty());
  output.put(0, piece("a"));
  CHECK(sink.text == "abc");
  output.put(3, piece("d"));
  CHECK(sink.text == "abcd");
  CHECK(output.records_written() == 4);
}

TEST_CASE("nothing follows a piece that was cut") {
  StringSink sink;
  Event ending;
  OrderedOutput output(sink, {8, 1000}, ending);
  output.put(2, piece("c"));
  output.put(1, piece("b", OrderedPiece::Kind::Cut));
  output.put(0, piece("a"));
  output.put(3, piece("d"));
  CHECK(sink.text == "ab");
  CHECK(output.records_written() == 2);
}

TEST_CASE("after an error nothing is written, and nobody begins a piece") {
  StringSink sink(1);
  Event ending;
  OrderedOutput output(sink, {8, 1000}, ending);
  output.put(1, piece("b"));
  output.put(2, piece("c"));
  output.put(0, piece("a"));
  output.put(3, piece("d"));
  CHECK(sink.text == "a");
  CHECK(sink.writes == 2);
  CHECK(ending.raised());
  CHECK_FALSE(output.wait_for_room(4));
  REQUIRE(output.error());
  CHECK(output.error()->message == "the disk is full");
}

TEST_CASE("a piece is begun only while few others wait") {
  StringSink sink;
  Event ending;
  OrderedOutput output(sink, {3, 4}, ending);
  const auto begun_before = [&output](std::uint64_t sequence, const auto& meanwhile) {
    std::atomic<bool> begun = false;
    std::thread thread([&] { begun = output.wait_for_room(sequence); });
    const bool early = begun;
    meanwhile();
    thread.join();
    return std::pair<bool, bool>(early, begun);
  };
  CHECK(output.wait_for_room(0));
  CHECK(output.wait_for_room(2));
  CHECK(begun_before(3, [&] { output.put(0, piece("a")); }) == std::pair(false, true));
  output.put(2, piece("cccc"));  // as many bytes as may wait
  CHECK(output.wait_for_room(1));
  CHECK(begun_before(3, [&] { output.put(1, piece("b")); }) == std::pair(false, true));
  CHECK(begun_before(9, [&] { output.end(); }) == std::pair(false, false));
}

TEST_CASE("many threads give the bytes of one") {
  constexpr std::uint64_t pieces = 2000;
  std::string expected;
  for (std::uint64_t i = 0; i < pieces; ++i) expected += std::to_string(i) + "\n";
  StringSink sink;
  Event ending;
  OrderedOutput output(sink, {16, 64}, ending);
  std::atomic<std::uint64_t> next = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (std::uint64_t at = next++; at < pieces; at = next++) {
        output.wait_for_room(at);
        output.put(at, piece(std::to_string(at) + "\n"));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(sink.text == expected);
  CHECK(output.records_written() == pieces);
}
