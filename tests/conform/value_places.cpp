// SPDX-License-Identifier: MIT
#include "tests/conform/value_places.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "engine/loader/document_reader.h"
#include "engine/model/limits.h"
#include "engine/text/utf8.h"
#include "renderers/fill.h"

namespace tsg::conform {

namespace {

FilledArticle filled_with(const Value& value) {
  return {.values = {{.placeholder = "V", .value = value, .origin = ValueOrigin::Verdict}}};
}

// The slots of the body; a heading compiled from the leading H1 has none.
std::vector<SlotContext> slots_of(const Segments& segments) {
  std::vector<SlotContext> slots;
  for (const Segment& segment : segments) {
    if (segment.kind == SegmentKind::Slot) slots.push_back(segment.context);
  }
  return slots;
}

ValuePlace read_place(const std::string& folder, const std::string& file) {
  DocumentReading reading = read_document(folder, file);
  for (const Diagnostic& each : reading.diagnostics) {
    if (each.severity == Severity::Error) throw std::runtime_error(file + ": " + each.message);
  }
  ValuePlace place;
  place.name = file.substr(0, file.rfind('.'));
  place.context = file.substr(0, file.find('.'));
  place.document = std::move(reading.document);
  const std::vector<SlotContext> slots = slots_of(place.document.compiled.html);
  if (slots.size() != 1) throw std::runtime_error(file + " has not one slot");
  place.slot = slots.front();
  return place;
}

// Written apart from the renderer, so that one checks the other.
std::string cut_text(const std::string& text) {
  if (text.size() <= limits::shown_value_bytes) return text;
  std::size_t end = limits::shown_value_bytes;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "\u2026 [cut: " + std::to_string(end) + " of " + std::to_string(text.size()) +
         " bytes]";
}

}  // namespace

std::string ValuePlace::html(const Value& value) const {
  std::string out;
  fill_html(out, document.compiled, filled_with(value));
  return out;
}

std::string ValuePlace::markdown(const Value& value) const {
  std::string out;
  fill_markdown(out, document.compiled, filled_with(value));
  return out;
}

std::vector<ValuePlace> read_value_places() {
  const std::string folder = TSG_SOURCE_DIR "/tests/conform/places";
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files.push_back(entry.path().filename().string());
  std::sort(files.begin(), files.end());
  std::vector<ValuePlace> places;
  for (const std::string& file : files) places.push_back(read_place(folder, file));
  return places;
}

bool is_url(SlotContext slot) {
  return slot == SlotContext::UrlWhole || slot == SlotContext::UrlPath || slot == SlotContext::UrlQuery;
}

std::string documented_text(const Value& value, SlotContext slot) {
  const std::string text = with_replacements(cut_text(to_text(value)));
  const bool one_line = slot == SlotContext::Heading || slot == SlotContext::TableCell;
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\r' && text.substr(at + 1, 1) == "\n") continue;
    if (byte == '\n' || byte == '\r') {
      out += one_line ? ' ' : '\n';
    } else if (byte < 0x20 && byte != '\t') {
      out += "\uFFFD";
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace tsg::conform
