// SPDX-License-Identifier: MIT
// The JSON object that a request's body is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "tools/api/member_reader.h"
#include "tools/api/problem.h"
#include "tools/server/request.h"

namespace tsg {

class RequestBody {
 public:
  // REQUIRES: the request outlives it. Refused are another Content-Type than application/json, which the form
  // of a foreign page cannot send; what is not strictly JSON in UTF-8, with line and column; what is no
  // object; a member given twice.
  static std::variant<RequestBody, Problem> read(const web::Request& request);

  RequestBody(RequestBody&&) noexcept;
  RequestBody& operator=(RequestBody&&) noexcept;
  ~RequestBody();

  MemberReader members() { return {*tree_, 0, "", errors_}; }
  // What was wrong with the members read so far.
  std::optional<Problem> problem() const;

 private:
  explicit RequestBody(std::unique_ptr<const JsonTree> tree);

  std::unique_ptr<const JsonTree> tree_;
  std::vector<ProblemItem> errors_ = {};
};

}  // namespace tsg
