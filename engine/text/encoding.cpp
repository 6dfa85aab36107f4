// SPDX-License-Identifier: MIT
#include "engine/text/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "engine/text/line_end.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

// Bytes 80 to 9F of Windows-1252.
constexpr std::array<std::uint32_t, 32> windows1252_high = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::uint32_t code_point_of(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? windows1252_high[byte - 0x80U] : byte;
}

// The byte a wrong decoder must have seen to write this character: Windows-1252, or Latin-1 for the C1
// controls.
std::optional<char> byte_behind(std::uint32_t code_point) {
  if (code_point >= 0x80 && code_point <= 0xFF) return static_cast<char>(code_point);
  const auto found = std::find(windows1252_high.begin(), windows1252_high.end(), code_point);
  if (code_point < 0x80 || found == windows1252_high.end()) return std::nullopt;
  return static_cast<char>(0x80 + (found - windows1252_high.begin()));
}

// One doubly encoded character: what was meant, and how many bytes its two encodings took.
struct Unravelled {
  std::string meant = {};
  std::size_t size = 0;
};

std::optional<Unravelled> unravel(std::string_view utf8, std::size_t at) {
  Unravelled found;
  constexpr std::size_t longest_character = 4;
  while (found.meant.size() < longest_character && at + found.size < utf8.size()) {
    const DecodedCharacter character = decode_utf8(utf8, at + found.size);
    const std::optional<char> byte = character.valid ? byte_behind(character.code_point) : std::nullopt;
    if (!byte) return std::nullopt;
    found.meant += *byte;
    found.size += character.size;
    const DecodedCharacter meant = decode_utf8(found.meant, 0);
    if (meant.valid && meant.size == found.meant.size()) return found;
  }
  return std::nullopt;
}

// A lone two-byte character is believed only behind the leads of Latin-1, which `Â` and `Ã` betray.
bool believable(const DoubleEncoding& run, std::size_t characters) {
  const auto lead = static_cast<unsigned char>(run.repaired.front());
  return characters > 1 || lead == 0xC2 || lead == 0xC3 || lead >= 0xE0;
}

}  // namespace

Transcoded from_windows1252(std::string_view bytes) {
  Transcoded out;
  out.text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    append_utf8(out.text, code_point_of(byte));
    if (byte >= 0x80) out.steps.push_back({out.text.size(), at + 1});
  }
  return out;
}

std::vector<DoubleEncoding> find_double_encoding(std::string_view utf8) {
  std::vector<DoubleEncoding> runs;
  if (all_ascii(utf8)) return runs;
  for (std::size_t at = 0; at < utf8.size();) {
    DoubleEncoding run{.range = {at, at}};
    std::size_t characters = 0;
    while (run.range.end < utf8.size() && static_cast<unsigned char>(utf8[run.range.end]) >= 0xC2) {
      const std::optional<Unravelled> next = unravel(utf8, run.range.end);
      if (!next) break;
      run.repaired += next->meant;
      run.range.end += next->size;
      ++characters;
    }
    at = characters > 0 ? run.range.end : at + 1;
    if (characters > 0 && believable(run, characters)) runs.push_back(std::move(run));
  }
  return runs;
}

Transcoded repair_double_encoding(std::string_view utf8) {
  Transcoded out;
  std::size_t copied = 0;
  for (const DoubleEncoding& run : find_double_encoding(utf8)) {
    out.text.append(utf8.substr(copied, run.range.begin - copied));
    out.text.append(run.repaired);
    out.steps.push_back({out.text.size(), run.range.end});
    copied = run.range.end;
  }
  out.text.append(utf8.substr(copied));
  return out;
}

}  // namespace tsg
