// SPDX-License-Identifier: MIT
#include "engine/loader/document_guess.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/loader/resource_type.h"
#include "engine/text/ascii.h"
#include "engine/text/excerpt.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::uint64_t items_looked_at = 20;      // of a list
constexpr std::uint64_t members_looked_at = 2000;  // of a text, for one document
constexpr std::uint64_t smallest_share =
    10;  // at least one member in ten: `az` shows many that no rule reads

struct Share {
  std::uint64_t known = 0;
  std::uint64_t total = 0;
};

// Shares of nothing are equal to no share at all.
bool less(const Share& a, const Share& b) {
  return a.known * b.total < b.known * a.total || (a.known == 0 && b.known > 0);
}

bool named(std::string_view key, std::string_view name) {
  return equal_ignoring_case(key, name);
}

bool remark(std::string_view key) {
  return key.starts_with('_') || key.starts_with('$');
}

// Members that every resource has say nothing of which one it is.
bool common(std::string_view key) {
  constexpr std::string_view names[] = {
      "id", "name", "type", "etag", "location", "tags", "provisioningState", "value"};
  return std::any_of(std::begin(names), std::end(names),
                     [key](std::string_view name) { return named(key, name); });
}

// How well one document of the catalogue explains a text.
class Fit {
 public:
  Fit(const Catalogue& catalogue, const MemberIndex& index) : catalogue_(catalogue), index_(index) {}

  void measure(NodeIndex document, element value) { look(document, value, true); }

  Share top = {};
  Share deep = {};

 private:
  void look(NodeIndex at, element value, bool top_level) {
    const CatalogueNode& node = catalogue_.node(at);
    if (node.type == FactType::Object && value.is_object())
      count(at, value.get_object().value_unsafe(), top_level);
    if (node.type == FactType::List) look_at_items(node.item, value, top_level);
  }

  void look_at_items(NodeIndex item, element value, bool top_level) {
    const std::optional<array> items = listed_items(value);
    if (!items) return;
    std::uint64_t seen = 0;
    for (const element each : *items) {
      if (++seen > items_looked_at) return;
      look(item, each, top_level);
    }
  }

  void count(NodeIndex at, object members, bool top_level) {
    for (const auto [key, member] : members) {
      if (deep.total > members_looked_at) return;
      const std::uint32_t column = index_.find(catalogue_.node(at).shape, key);
      if (column == no_column && named(key, "properties") && member.is_object()) {
        count(at, member.get_object().value_unsafe(), top_level);
        continue;
      }
      if (!common(key)) {
        tally(deep, column);
        if (top_level) tally(top, column);
      }
      if (column != no_column) look(catalogue_.node(at).members[column], member, false);
    }
  }

  static void tally(Share& share, std::uint32_t column) {
    ++share.total;
    if (column != no_column) ++share.known;
  }

  const Catalogue& catalogue_;
  const MemberIndex& index_;
};

struct Candidate {
  std::uint32_t document = 0;
  Share top = {};
  Share deep = {};
};

bool fits_worse(const Candidate& a, const Candidate& b) {
  if (less(a.top, b.top) || less(b.top, a.top)) return less(a.top, b.top);
  return less(a.deep, b.deep);
}

// Whether the document can hold the text: a list is never one resource, but one resource may stand for a
// list.
bool can_hold(const Catalogue& catalogue, NodeIndex document, element root) {
  if (catalogue.node(document).type == FactType::List || !listed_items(root)) return true;
  const NodeIndex value =
      catalogue.node(document).type == FactType::Object ? catalogue.member(document, "value") : no_node;
  return root.is_object() && value != no_node && catalogue.node(value).type == FactType::List;
}

// The documents of that resource type, equal among themselves.
std::vector<Candidate> of_type(const Catalogue& catalogue, std::string_view type, element root) {
  std::vector<Candidate> found;
  for (std::uint32_t i = 0; i < catalogue.documents.size(); ++i) {
    const CatalogueDocument& document = catalogue.documents[i];
    if (holds_type(document, type) && can_hold(catalogue, document.node, root)) found.push_back({i, {}, {}});
  }
  return found;
}

// The documents that explain enough of a text that is no resource, best first.
std::vector<Candidate> by_members(const Catalogue& catalogue, const MemberIndex& index, element root) {
  std::vector<Candidate> found;
  for (std::uint32_t i = 0; i < catalogue.documents.size(); ++i) {
    if (!catalogue.documents[i].resource_types.empty()) continue;
    Fit fit(catalogue, index);
    fit.measure(catalogue.documents[i].node, root);
    if (fit.top.known == 0 || fit.top.known * smallest_share < fit.top.total) continue;
    found.push_back({i, fit.top, fit.deep});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return fits_worse(b, a); });
  return found;
}

// How many of the members are documents by name; remarks do not count.
Share document_share(const MemberIndex& index, element root) {
  Share share;
  if (!root.is_object()) return share;
  const object members = root.get_object().value_unsafe();
  for (const auto [key, member] : members) {
    if (remark(key)) continue;
    ++share.total;
    if (index.find(0, key) != no_column) ++share.known;
  }
  return share;
}

bool any_near_document(const Catalogue& catalogue, element root) {
  if (!root.is_object()) return false;
  std::vector<std::string> keys;
  for (const CatalogueDocument& document : catalogue.documents) keys.push_back(document.key);
  std::uint64_t seen = 0;
  const object members = root.get_object().value_unsafe();
  for (const auto [key, member] : members) {
    if (++seen > items_looked_at) return false;
    if (nearest_name(key, keys)) return true;
  }
  return false;
}

DocumentGuess one(const Candidate& best, std::string_view type) {
  std::string reason =
      type.empty() ? fmt::format("{} of its {} members are declared there", best.top.known, best.top.total)
                   : fmt::format("its `type` is `{}`", excerpt(type));
  return {DocumentGuess::Kind::One, {best.document}, std::move(reason)};
}

DocumentGuess by_stem(std::uint32_t document) {
  return {DocumentGuess::Kind::One, {document}, "the file has its name"};
}

DocumentGuess best_of(const std::vector<Candidate>& found, std::string_view type,
                      std::uint32_t named_document) {
  std::vector<std::uint32_t> best;
  for (const Candidate& each : found) {
    if (fits_worse(each, found.front())) break;
    if (each.document == named_document && &each != &found.front()) return by_stem(named_document);
    best.push_back(each.document);
  }
  if (best.size() == 1 || best.front() == named_document) return one(found.front(), type);
  return {DocumentGuess::Kind::Tie, std::move(best), {}};
}

}  // namespace

DocumentGuess guess_document(const Catalogue& catalogue, const MemberIndex& index, element root,
                             std::string_view stem) {
  const std::uint32_t named_document = stem.empty() ? no_column : index.find(0, stem);
  const Share documents = document_share(index, root);
  const std::string type = resource_type(root);
  const std::vector<Candidate> found =
      type.empty() ? by_members(catalogue, index, root) : of_type(catalogue, type, root);
  const bool mostly_documents = documents.known > 0 && documents.known * 2 >= documents.total;
  const bool better_as_one = !found.empty() && (!type.empty() || less(documents, found.front().top));
  if (mostly_documents && !better_as_one) return {DocumentGuess::Kind::Documents, {}, {}};
  if (!found.empty()) return best_of(found, type, named_document);
  if (named_document != no_column) return by_stem(named_document);
  const bool nothing = root.is_object() && documents.total == 0;
  if (nothing || any_near_document(catalogue, root)) return {DocumentGuess::Kind::Documents, {}, {}};
  return {};
}

}  // namespace tsg
