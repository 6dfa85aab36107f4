// SPDX-License-Identifier: MIT
#include "engine/lua/evidence_recorder.h"

#include "engine/model/limits.h"
#include "engine/text/utf8.h"

namespace tsg::lua {

namespace {

constexpr std::string_view cut_mark = "\xE2\x80\xA6";  // a horizontal ellipsis

}  // namespace

std::string cut_for_evidence(std::string_view text) {
  if (text.size() <= limits::evidence_bytes) return with_replacements(text);
  const std::size_t room = limits::evidence_bytes - cut_mark.size();
  std::size_t end = 0;
  while (true) {
    const std::size_t next = end + decode_utf8(text, end).size;
    if (next > room) break;
    end = next;
  }
  return with_replacements(text.substr(0, end)).append(cut_mark);
}

void EvidenceRecorder::record(NodeIndex node, std::string path, std::string_view value) {
  if (entries_.size() >= limits::evidence_entries) return;
  if (!seen_.insert(path).second) return;
  const CatalogueNode& read = facts_->catalogue().node(node);
  entries_.push_back({.path = std::move(path),
                      .value = cut_for_evidence(value),
                      .data_class = read.data_class,
                      .gathered_at = facts_->gathering(read.document).at});
}

}  // namespace tsg::lua
