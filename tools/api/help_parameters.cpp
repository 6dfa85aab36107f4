// SPDX-License-Identifier: MIT
#include "tools/api/help_parameters.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/json_writer.h"
#include "engine/text/line_index.h"
#include "engine/text/rfc3339.h"
#include "tools/desk/kept_facts.h"
#include "tools/sessions/json_text.h"

namespace tsg {

namespace {

constexpr std::string_view gathering = "_gathered";  // how the documents were gathered

// Where a parameter's text stands in the facts that are made of all of them.
struct Taken {
  std::string_view name = {};
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::string path_of(std::string_view name) {
  return fmt::format("properties.parameters.{}", name);
}

Problem refused(std::vector<ProblemItem> errors) {
  return {.kind = ProblemKind::WrongFacts,
          .detail = "the parameters hold facts that cannot be used",
          .help = "each is a document of the guide's catalogue, as JSON in a text; `now` is RFC 3339",
          .errors = std::move(errors)};
}

class ParametersReader {
 public:
  ParametersReader(const DeskContent& content, const std::string& guide)
      : content_(content), guide_(guide), pack_(content.pack_of(guide)) {}

  std::variant<HelpParameters, Problem> read(const HelpMap& given) {
    for (const HelpEntry& each : given.entries) take(each);
    facts_ += '}';
    if (errors_.empty() && !taken_.empty()) keep();
    if (!errors_.empty()) return refused(std::move(errors_));
    return std::move(read_);
  }

 private:
  // By the very key: a placeholder may have the same name but for case.
  bool is_document(std::string_view name) const {
    if (name == gathering) return true;
    const Catalogue* catalogue = pack_->catalogue(pack_->guide(guide_)->domain);
    if (catalogue == nullptr) return false;
    return std::any_of(catalogue->documents.begin(), catalogue->documents.end(),
                       [name](const CatalogueDocument& each) { return each.key == name; });
  }

  void take(const HelpEntry& entry) {
    if (entry.name == "now") return take_now(entry.value);
    if (!is_document(entry.name)) return read_.rest.entries.push_back(entry);
    if (!is_json(entry.value)) return errors_.push_back({path_of(entry.name), "must be one JSON value"});
    JsonWriter key;
    key.string(entry.name);
    facts_ += (taken_.empty() ? "" : ",") + key.take() + ':';
    taken_.push_back({entry.name, facts_.size(), facts_.size() + entry.value.size()});
    facts_ += entry.value;
  }

  void take_now(const std::string& value) {
    // A client that sends every document as JSON sends this one so, too.
    if (value == "null") return;
    const bool quoted = value.size() > 1 && value.front() == '"' && value.back() == '"';
    read_.now = quoted ? value.substr(1, value.size() - 2) : value;
    if (!parse_rfc3339(read_.now))
      errors_.push_back({path_of("now"), "must be a time as RFC 3339 writes it"});
  }

  void wrong(std::string_view name, std::string_view text, std::string_view what, std::size_t offset) {
    const LineColumn at = LineIndex(text).at(std::min(offset, text.size()));
    errors_.push_back({path_of(name), fmt::format("{}: line {}, column {}", what, at.line, at.column)});
  }

  void keep() {
    KeptFacts kept = keep_facts_text(content_, guide_, "facts", facts_, {.now = read_.now});
    read_.documents = std::move(kept.documents);
    if (!kept.refused) return;
    for (const Diagnostic& each : kept.diagnostics)
      if (each.severity == Severity::Error) tell(each);
    if (errors_.empty()) errors_.push_back({"properties.parameters", "must be facts"});
  }

  void tell(const Diagnostic& diagnostic) {
    const std::size_t at = diagnostic.place.range.begin;
    const std::string what = fmt::format("{}: {}", diagnostic.code.id, diagnostic.code.title);
    const auto of = std::find_if(taken_.begin(), taken_.end(),
                                 [at](const Taken& each) { return each.begin <= at && at < each.end; });
    if (of == taken_.end()) return errors_.push_back({"properties.parameters", what});
    const std::string_view text = std::string_view(facts_).substr(of->begin, of->end - of->begin);
    wrong(of->name, text, what, at - of->begin);
  }

  const DeskContent& content_;
  const std::string& guide_;
  std::shared_ptr<const Pack> pack_;
  std::string facts_ = "{";
  std::vector<Taken> taken_ = {};
  std::vector<ProblemItem> errors_ = {};
  HelpParameters read_ = {};
};

}  // namespace

std::variant<HelpParameters, Problem> read_help_parameters(const DeskContent& content,
                                                           const std::string& guide, const HelpMap& given) {
  return ParametersReader(content, guide).read(given);
}

}  // namespace tsg
