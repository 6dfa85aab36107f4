// SPDX-License-Identifier: MIT
// Writes JSON text, member by member, into one string. The bytes are a function of the calls alone: members
// stand in the order they were written, doubles in the shortest form that reads back equal, no locale.
//
//   JsonWriter json;
//   json.begin_object().member("id", "gw").member("port", 443).end_object();
//
// Text is escaped as RFC 8259 asks; with Html::Safe `<`, `>`, `&`, U+2028 and U+2029 become \u escapes too,
// so that the text may stand in a page. Bytes that are not UTF-8 are written as U+FFFD, one for each byte.
// Closing what was not opened is a programming error (assert).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

class JsonWriter {
 public:
  enum class Html { Plain, Safe };
  // indent_width 0 writes one line.
  explicit JsonWriter(int indent_width = 0, Html html = Html::Plain)
      : indent_width_(indent_width), html_(html) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view text);
  JsonWriter& integer(std::int64_t number);
  JsonWriter& number(double number);  // infinities and NaN, which JSON has not, become null
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  JsonWriter& member(std::string_view name, std::string_view text) { return key(name).string(text); }
  JsonWriter& member(std::string_view name, const char* text) { return key(name).string(text); }
  JsonWriter& member(std::string_view name, bool value) { return key(name).boolean(value); }
  JsonWriter& member(std::string_view name, double value) { return key(name).number(value); }
  template <typename Integer>
  requires std::is_integral_v<Integer> JsonWriter& member(std::string_view name, Integer value) {
    return key(name).integer(static_cast<std::int64_t>(value));
  }

  const std::string& text() const { return text_; }
  std::string take() { return std::move(text_); }
  // Begins anew, in the memory of the text before. REQUIRES: all is closed
  void clear() { text_.clear(); }

 private:
  void before_value();
  void line_break();
  void open(char bracket);
  void close(char bracket);

  std::string text_ = {};
  std::vector<bool> has_items_ = {};  // one a level: something was written in it
  bool after_key_ = false;
  int indent_width_;
  Html html_;
};

// Appends `text` to `out` as a JSON string with its quotes, as the writer does.
void append_json_string(std::string& out, std::string_view text,
                        JsonWriter::Html html = JsonWriter::Html::Plain);

}  // namespace tsg
