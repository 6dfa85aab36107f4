// SPDX-License-Identifier: MIT
#include "tools/api/request_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/loader/json_tree.h"
#include "engine/text/ascii.h"
#include "engine/text/line_index.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

bool is_json_type(const web::Request& request) {
  const std::string* const type = web::find_header(request.headers, "Content-Type");
  if (type == nullptr || web::count_headers(request.headers, "Content-Type") != 1) return false;
  std::string_view name = std::string_view(*type).substr(0, type->find(';'));
  while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
  return equal_ignoring_case(name, "application/json");
}

Problem not_json(std::string_view body, std::size_t offset, std::string_view why) {
  const LineColumn at = LineIndex(body).at(offset);
  return {.kind = ProblemKind::NotJson,
          .detail = fmt::format("the body is no JSON: line {}, column {}: {}", at.line, at.column, why),
          .help = "send one JSON object"};
}

// Which object a repeated member stands in decides who tells: the documents of facts have their own reader,
// and their keys may be secret.
std::optional<Problem> find_twice(std::string_view body, const JsonTreeReading& read) {
  const JsonValue facts = read.tree.root().member("facts");
  for (const std::uint32_t node : read.duplicates) {
    const JsonValue member(read.tree, node);
    const ByteRange range = member.range();
    if (facts && facts.range().begin <= range.begin && range.end <= facts.range().end && node != facts.node())
      continue;
    return not_json(body, member.key_range().begin, "a member is given twice");
  }
  return std::nullopt;
}

}  // namespace

RequestBody::RequestBody(std::unique_ptr<const JsonTree> tree) : tree_(std::move(tree)) {}
RequestBody::RequestBody(RequestBody&&) noexcept = default;
RequestBody& RequestBody::operator=(RequestBody&&) noexcept = default;
RequestBody::~RequestBody() = default;

std::variant<RequestBody, Problem> RequestBody::read(const web::Request& request) {
  if (!is_json_type(request))
    return Problem{.kind = ProblemKind::UnsupportedMediaType,
                   .detail = "the body is not said to be JSON",
                   .help = "send it with Content-Type: application/json"};
  const std::string_view body = request.body;
  if (!valid_utf8(body))
    return Problem{.kind = ProblemKind::NotJson, .detail = "the body is not UTF-8", .help = "send UTF-8"};
  JsonTreeReading read = read_json_tree(body, {0, body.size()});
  if (!read.readable()) return not_json(body, read.problem_at.begin, read.problem);
  if (!read.departures.empty())
    return not_json(body, read.departures.front().at.begin, "this is not as RFC 8259 has it");
  if (!read.tree.root().is(JsonKind::Object))
    return Problem{
        .kind = ProblemKind::NotJson, .detail = "the body is no object", .help = "send one JSON object"};
  if (auto twice = find_twice(body, read)) return *std::move(twice);
  return RequestBody(std::make_unique<const JsonTree>(std::move(read.tree)));
}

std::optional<Problem> RequestBody::problem() const {
  if (errors_.empty()) return std::nullopt;
  return Problem{.detail = fmt::format("{}: {}", errors_.front().path, errors_.front().message),
                 .help = "see docs/api.md for what is wanted",
                 .errors = errors_};
}

}  // namespace tsg
