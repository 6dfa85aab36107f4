// SPDX-License-Identifier: MIT
#include "engine/markdown/html_text.h"

#include "engine/markdown/html_tokens.h"

#include <cmark-gfm.h>

#include <cmark-gfm/houdini.h>

#include "engine/markdown/cmark_memory.h"

namespace tsg {

namespace {

// cmark-gfm's growing buffer, freed at the end.
class Buffer {
 public:
  Buffer() { cmark_strbuf_init(CmarkMemory::allocator(), &buffer_, 0); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  cmark_strbuf* get() { return &buffer_; }
  std::string text() const { return std::string(buffer_.ptr, buffer_.ptr + buffer_.size); }

 private:
  CmarkMemory memory_;
  cmark_strbuf buffer_ = {};
};

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace

std::string without_entities(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  Buffer out;
  CmarkMemory::run([&out, text] {
    houdini_unescape_html_f(out.get(), bytes_of(text), static_cast<bufsize_t>(text.size()));
  });
  return out.text();
}

std::string escaped_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string escaped_url(std::string_view url) {
  if (url.empty()) return {};
  Buffer out;
  CmarkMemory::run(
      [&out, url] { houdini_escape_href(out.get(), bytes_of(url), static_cast<bufsize_t>(url.size())); });
  return out.text();
}

std::string text_of_html(std::string_view markup) {
  std::string text;
  for (const HtmlToken& token : scan_html(markup)) {
    if (token.kind == HtmlTokenKind::Text) text += without_entities(token.source);
  }
  return text;
}

}  // namespace tsg
