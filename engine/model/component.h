// SPDX-License-Identifier: MIT
// The components of a self-help article: elements such as `<insight>` and `<video>` that a portal replaces by
// something of its own, and links that open a blade of the portal. All ranges are bytes of the decoded text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

// Runs checks of an outside service and shows what they find.
struct Insight {
  std::vector<std::string> symptom_ids = {};  // of that service
  std::string execution_text = {};            // shown while the checks run
  std::string timeout_text = {};
  std::string no_result_text = {};
  std::string failed_text = {};                         // empty: the portal's own words
  std::optional<bool> additional_inputs_required = {};  // nothing when the article does not say it
  std::optional<std::uint32_t> maximum_insights = {};   // as written, so not bound to 1..5
  bool operator==(const Insight&) const = default;
};

// A chart of a metric of the resource.
struct Metric {
  std::string name = {};
  std::string aggregation_type = {};
  std::string time_span = {};  // as written: "1d"
  std::string title = {};
  bool operator==(const Metric&) const = default;
};

struct Video {
  std::string source = {};
  std::string title = {};
  bool operator==(const Video&) const = default;
};

// The videos are components of their own, behind the group, with ranges inside its.
struct VideoGroup {
  std::string title = {};
  std::uint32_t videos = 0;
  bool operator==(const VideoGroup&) const = default;
};

// A search of the knowledge base, offered by the client named.
struct AzureKB {
  std::string client = {};
  bool operator==(const AzureKB&) const = default;
};

struct ComponentMember {
  std::string name = {};   // as written
  std::string value = {};  // trimmed; entities and markup are kept
  ByteRange tag = {};      // its open tag
  ByteRange range = {};    // of the value
  bool closed = false;
  bool operator==(const ComponentMember&) const = default;
};

struct Component {
  std::variant<Insight, Metric, Video, VideoGroup, AzureKB> content = {};
  std::string name = {};  // of the tag, as written
  ByteRange tag = {};     // its open tag
  ByteRange range = {};   // with its close tag; up to its last member when it is not closed
  bool closed = false;
  std::vector<ComponentMember> members = {};  // in their order, unknown ones too
  bool operator==(const Component&) const = default;
};

// `data-blade:Extension.Blade.name.value;data-blade-uri:address`
struct BladeLink {
  std::string extension = {};
  std::string blade = {};
  std::vector<std::pair<std::string, std::string>> parameters = {};  // name and value, in their order
  std::string uri = {};  // behind `;data-blade-uri:`, with its `{$names}`; may be empty
  bool button = false;   // shown as a button, not as words
  bool operator==(const BladeLink&) const = default;
};

}  // namespace tsg
