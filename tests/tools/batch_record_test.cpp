// SPDX-License-Identifier: MIT
#include "tools/batch_record.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tsg;

namespace {

const std::string pack = std::string(TSG_SOURCE_DIR) + "/tests/cli/base";

class Batch {
 public:
  explicit Batch(RecordOptions options = {})
      : options_(std::move(options)), opening_(open_guide(pack, "printer")) {
    REQUIRE(opening_.resolver);
    recorder_ = std::make_unique<BatchRecorder>(*opening_.resolver, answers_, options_, ending_);
  }
  std::string record(std::string_view text) {
    return std::string(recorder_->record({7, 0, text.size(), JsonLine::Size::Fits}, text));
  }
  std::string record_too_long() {
    return std::string(recorder_->record({7, 0, 0, JsonLine::Size::TooLong}, ""));
  }
  const RecordTally& tally() const { return recorder_->tally(); }

 private:
  RecordOptions options_;
  GuideOpening opening_;
  Answers answers_ = {};
  Event ending_;
  std::unique_ptr<BatchRecorder> recorder_;
};

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

constexpr std::string_view off = R"({"printer": {"name": "hall", "on": false, "ink": []}})";

}  // namespace

TEST_CASE("a document that cannot be read is an error record with the place") {
  struct Row {
    std::string text;
    std::string code;
  };
  const std::string deep(100, '[');
  for (const Row& row : {Row{"{\"printer\": ", "TSG321"}, Row{"[1]", "TSG323"}, Row{"\xFF", "TSG321"},
                         Row{"{\"printer\":" + deep, "TSG32"}, Row{"{} {}", "TSG321"}}) {
    Batch batch;
    const std::string record = batch.record(row.text);
    CAPTURE(record);
    CHECK(record.starts_with("{\"line\":7,\"error\":{\"code\":\"" + row.code));
    CHECK_FALSE(holds(record, "\"resolution\""));
    CHECK(batch.tally().failed == 1);
  }
}

TEST_CASE("a line that is too long is an error record") {
  Batch batch;
  CHECK(batch.record_too_long().starts_with("{\"line\":7,\"error\":{\"code\":\"TSG322\""));
}

TEST_CASE("a failed document leaves nothing to the next one") {
  Batch fresh;
  const std::string expected = fresh.record(off);
  Batch batch;
  for (const std::string_view before :
       {R"({"printer": {"on": true, "on": true}})", "{", "[]", R"({"printer": null})",
        R"({"printer": {"name": "attic", "on": true}})"}) {
    batch.record(before);
    CHECK(batch.record(off) == expected);
  }
}

TEST_CASE("a member given twice is a problem, and with --strict an error") {
  const std::string_view twice = R"({"printer": {"name": "a", "on": true, "on": false, "ink": []}})";
  Batch lenient;
  const std::string record = lenient.record(twice);
  CHECK(holds(record, "\"problems\":[{\"code\":\"TSG324\""));
  CHECK(holds(record, "\"resolution\":{"));
  CHECK(lenient.tally().failed == 0);
  Batch strict({.strictness = Strictness::Strict});
  CHECK(strict.record(twice).starts_with("{\"line\":7,\"error\":{\"code\":\"TSG324\""));
}

TEST_CASE("a rule that breaks is an error beside what could be resolved") {
  Batch batch;
  const std::string record = batch.record(R"({"printer": null})");
  CHECK(record.starts_with("{\"line\":7,\"error\":{\"code\":\"TSG631\""));
  CHECK(holds(record, "\"resolution\":{"));
  CHECK(batch.tally().failed == 1);
}

TEST_CASE("html and evidence are there when they are asked for") {
  Batch plain;
  const std::string without = plain.record(off);
  CHECK_FALSE(holds(without, "\"html\""));
  CHECK_FALSE(holds(without, "\"evidence\":[{"));
  Batch whole({.trace = Trace::On, .html = RecordHtml::Fragment});
  const std::string with = whole.record(off);
  CHECK(holds(with, "\"html\":\"<div class="));
  CHECK(holds(with, "\"evidence\":[{"));
}

TEST_CASE("no fact breaks the framing") {
  Batch batch({.html = RecordHtml::Fragment});
  const std::string record = batch.record(
      R"({"printer": {"name": "a\nb\r\u2028\"}\u0000", "on": true, "trays": [{"name": "\n", "sheets": 0}], "ink": []}})");
  CHECK(record.find('\n') == std::string::npos);
  CHECK(record.find('\r') == std::string::npos);
  CHECK(record.find('\0') == std::string::npos);
  CHECK(batch.tally().failed == 0);
}

TEST_CASE("findings of --fail-on are counted") {
  Batch batch({.fail_on = FailOn::Outcome});
  batch.record(off);
  batch.record("{}");
  CHECK(batch.tally().documents == 2);
  CHECK(batch.tally().findings == 1);
}
