// SPDX-License-Identifier: MIT
// Answers as text, their check against a guide, typed inputs, and forms.
#include <catch2/catch.hpp>

#include "engine/evaluator/answer_text.h"
#include "engine/evaluator/check_answers.h"
#include "engine/evaluator/form_answers.h"
#include "engine/evaluator/input_value.h"
#include "tests/evaluator/guide_fixture.h"

namespace tsg {
namespace {

using namespace tsg::test;

// "TSG601 message / help", one a diagnostic.
std::vector<std::string> lines_of(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& each : diagnostics) {
    lines.push_back(std::string(each.code.id) + " " + each.message + " / " + each.help);
  }
  return lines;
}

using Texts = std::vector<std::string>;

TEST_CASE("answers are read as they are typed") {
  const std::pair<const char*, GivenAnswer> readable[] = {
      {"tls-error=expired", {"tls-error", "", "expired", ""}},
      {" tls-error = expired ", {"tls-error", "", "expired", ""}},
      {"tls-error[10.0.0.4:443]=expired", {"tls-error", "10.0.0.4:443", "expired", ""}},
      {"s[a=b]=x", {"s", "a=b", "x", ""}},
      {"s[[::1]:443]=x", {"s", "[::1]:443", "x", ""}},
      {"s[pool]=x]=y", {"s", "pool]=x", "y", ""}},
      {"s[ a ]=y", {"s", " a ", "y", ""}},
  };
  for (const auto& [text, expected] : readable) {
    INFO(text);
    const auto parsed = parse_answer(text);
    REQUIRE(std::holds_alternative<GivenAnswer>(parsed));
    CHECK(std::get<GivenAnswer>(parsed) == expected);
    CHECK(parse_answer(to_text(expected)) == parsed);
  }
  for (const char* text :
       {"", "yes", "=yes", "step=", "step[]=yes", "step[a=yes", "step[a]yes", "[a]=yes", "s\xFF=yes"}) {
    INFO(text);
    REQUIRE(std::holds_alternative<UnreadableText>(parse_answer(text)));
    CHECK_FALSE(std::get<UnreadableText>(parse_answer(text)).message.empty());
  }
}

TEST_CASE("inputs are read as they are typed") {
  const auto parsed = parse_input("pool-empty.Backend Pool=a=b.c ");
  REQUIRE(std::holds_alternative<GivenInput>(parsed));
  CHECK(std::get<GivenInput>(parsed) == GivenInput{"pool-empty", "Backend Pool", std::string("a=b.c ")});
  for (const char* text : {"", "a", "a.b", "a=b", ".b=c", "a.=c", "a=b.c"}) {
    INFO(text);
    CHECK(std::holds_alternative<UnreadableText>(parse_input(text)));
  }
}

TEST_CASE("inputs are held to their type") {
  const auto read = [](InputType type, Value given) {
    return input_value({"x", type, {"http", "HTTPS"}}, given);
  };
  const auto text = [&read](InputType type, const char* given) { return read(type, std::string(given)); };
  CHECK(text(InputType::String, " a ") == Value(std::string(" a ")));
  CHECK(read(InputType::String, std::int64_t{5}) == Value(std::string("5")));
  CHECK(text(InputType::Integer, "-9223372036854775808") == Value(INT64_MIN));
  CHECK(read(InputType::Integer, std::int64_t{5}) == Value(std::int64_t{5}));
  for (const char* bad : {"", "4.5", "9223372036854775808", "1e3", "+1", "0x10", "12 3"}) {
    CHECK_FALSE(text(InputType::Integer, bad));
  }
  CHECK(text(InputType::Boolean, "True") == Value(true));
  CHECK(read(InputType::Boolean, false) == Value(false));
  CHECK_FALSE(text(InputType::Boolean, "yes"));
  CHECK(text(InputType::Choice, "https") == Value(std::string("HTTPS")));
  CHECK_FALSE(text(InputType::Choice, "tcp"));
  CHECK_FALSE(read(InputType::String, NoValue{}));
  CHECK_FALSE(read(InputType::String, std::vector<std::string>{"a"}));
}

TEST_CASE("dates and times are those of RFC 3339") {
  for (const char* good :
       {"2026-11-20T12:00:00Z", "2026-11-20t12:00:00.123456789z", "2024-02-29T23:59:60+01:00",
        "2000-02-29T00:00:00-23:59", "0000-01-01T00:00:00Z"}) {
    INFO(good);
    CHECK(is_date_time(good));
  }
  for (const char* bad :
       {"", "2026-11-20", "2026-11-20 12:00:00Z", "2026-11-20T12:00:00", "2026-02-29T12:00:00Z",
        "1900-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z",
        "2026-11-20T24:00:00Z", "2026-11-20T12:00:00.Z", "2026-11-20T12:00:00+1:00",
        "2026-11-20T12:00:00+24:00", "2026-11-20T12:00:00Zx", "2026-11-00T12:00:00Z"}) {
    INFO(bad);
    CHECK_FALSE(is_date_time(bad));
  }
}

TEST_CASE("wrong answers and inputs are diagnostics that say what was meant") {
  World world;
  world.add_guide("other");
  world.step("pool-empty")
      .input("Port", InputType::Integer)
      .next("yes", "guide:other")
      .next("no", "pool-empty");
  world.step("tls-error", "other").next("expired", "pool-empty");
  Answers answers;
  answers.answers = {{"pool-empty", "", "yes", ""},    {"tls-error", "10.0.0.4", "expired", ""},
                     {"pool-emty", "", "yes", ""},     {"pool-empty", "", "yess", ""},
                     {"zzz", "", "yes", ""},           {"pool-empty", "", "no", ""},
                     {"tls-error", "b", "expired", ""}};
  answers.inputs = {{"pool-empty", "port", std::string("443")},
                    {"pool-empty", "Prt", std::string("443")},
                    {"pool-empty", "Port", std::string("x")},
                    {"tls-error", "Port", std::string("1")},
                    {"nothing", "Port", std::string("1")}};
  CHECK(lines_of(check_answers(world.pack, world.guide(), answers)) ==
        Texts{"TSG601 guide `g` has no step `pool-emty` / did you mean `pool-empty`?",
              "TSG602 step `pool-empty` has no answer `yess` / did you mean `yes`?",
              "TSG601 guide `g` has no step `zzz` / its steps: `pool-empty`, `tls-error`",
              "TSG603 step `pool-empty` is answered both `yes` and `no` / the last one, `no`, counts; give "
              "one of them",
              "TSG605 step `pool-empty` does not ask for a value `Prt` / did you mean `Port`?",
              "TSG606 `x` is no value for `pool-empty.Port` / give an integer",
              "TSG605 step `tls-error` does not ask for a value `Port` / there are no values it asks for",
              "TSG604 guide `g` has no step `nothing` / its steps: `pool-empty`, `tls-error`"});
  CHECK(check_answers(world.pack, world.guide(), {}).empty());
}

TEST_CASE("a form's answers become those of the steps that ask its questions") {
  World world;
  world.step("pool-empty").next("yes", "tls-error").next("no", "tls-error");
  world.guide().steps[0].question_id = "CC74431C-174a-45c6-93f8-7985291eb567";
  world.step("tls-error").next("expired", "outcome:x").next("none", "outcome:x");
  world.guide().steps[1].question_id = "20e27905-6a8c-4003-9ff7-bc8bfd9957e9";
  world.guide().steps[1].options[0].legacy = {"V2 SKU: the validity of the certificate"};
  world.guide().steps[1].options[1].wording = "Not an SSL related error";
  const MappedForm mapped =
      map_form(world.pack, world.guide(),
               {{"20E27905-6a8c-4003-9ff7-bc8bfd9957e9", " v2 sku: The validity of the certificate"},
                {"pool-empty", "Yes"}});
  CHECK(mapped.diagnostics.empty());
  CHECK(mapped.answers.answers ==
        std::vector<GivenAnswer>{{"pool-empty", "", "yes", ""}, {"tls-error", "", "expired", ""}});
  CHECK(map_form(world.pack, world.guide(), {{"tls-error", "not an ssl related error"}})
            .answers.answers[0]
            .option == "none");
}

TEST_CASE("what a form says that does not map is a diagnostic") {
  World world;
  world.step("pool-empty").next("yes", "outcome:x").next("no", "outcome:x");
  world.guide().steps[0].options[0].legacy = {"Oui"};
  const MappedForm mapped =
      map_form(world.pack, world.guide(), {{"pool-empty", "maybe"}, {"pool-emtpy", "yes"}, {"1234", "yes"}});
  CHECK(mapped.answers.answers.empty());
  CHECK(lines_of(mapped.diagnostics) ==
        Texts{"TSG611 guide `g` has no step for the question `1234` / give the step that asks it this "
              "`questionId`, or "
              "leave the answer out",
              "TSG612 step `pool-empty` has no answer `maybe` / add the text to `legacy` of the option it "
              "means; known: "
              "`Oui`, `yes`, `no`",
              "TSG611 guide `g` has no step for the question `pool-emtpy` / did you mean `pool-empty`?"});
}

}  // namespace
}  // namespace tsg
