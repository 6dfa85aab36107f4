// SPDX-License-Identifier: MIT
#include "engine/markdown/anchors.h"

#include "engine/markdown/html_text.h"
#include "engine/text/ascii.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

// Punctuation and blanks beyond ASCII: no-break space to inverted question mark (but for the letters among
// them), general punctuation, ideographic punctuation, full-width signs.
bool outside_slugs(std::uint32_t c) {
  if (c < 0xC0) return c != 0xAA && c != 0xB5 && c != 0xBA;
  return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) ||
         c == 0xFEFF;
}

void add_ascii(std::string& slug, char c) {
  if (ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_') slug += ascii_lower(c);
  if (ascii_space(c)) slug += '-';
}

}  // namespace

std::string slug_of(std::string_view text) {
  const std::string plain = without_entities(ascii_trimmed(text));
  std::string slug;
  for (std::size_t at = 0; at < plain.size();) {
    const DecodedCharacter character = decode_utf8(plain, at);
    if (character.code_point < 0x80) {
      add_ascii(slug, plain[at]);
    } else if (character.valid && !outside_slugs(character.code_point)) {
      slug.append(plain, at, character.size);
    }
    at += character.size;
  }
  return slug.empty() ? "section" : slug;
}

std::string Anchors::add(std::string_view heading_text) {
  const std::string slug = slug_of(heading_text);
  if (taken_.insert(slug).second) return slug;
  for (int& number = next_number_[slug];;) {
    std::string numbered = slug + "-" + std::to_string(++number);
    if (taken_.insert(numbered).second) return numbered;
  }
}

}  // namespace tsg
