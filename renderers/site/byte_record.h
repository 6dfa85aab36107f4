// SPDX-License-Identifier: MIT
// Values one after the other as bytes, for files that only this program reads again: numbers in LEB128, texts
// behind their length. What was cut off or is of another shape is noticed by the reader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

class ByteWriter {
 public:
  ByteWriter& number(std::uint64_t value);
  ByteWriter& text(std::string_view value);
  ByteWriter& texts(const std::vector<std::string>& values);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_ = {};
};

// Borrows `bytes`. After the first value that is not there all others are empty, and `ok` is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number();
  std::string_view text();
  std::vector<std::string> texts();
  // A count of things that take at least a byte each.
  std::size_t count();
  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace tsg
