// SPDX-License-Identifier: MIT
// Result<T>: a value, or the reason why the host could not give one (a file that cannot be opened, a full
// disk). What an author wrote wrong is never a HostError: it is a Diagnostic, and the work goes on.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace tsg {

// `message` says what was tried and why it failed, `help` what to do; both lower case, without a final stop.
struct HostError {
  std::string message = {};
  std::string help = {};
  bool operator==(const HostError&) const = default;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(HostError error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok()
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  // REQUIRES: !ok()
  const HostError& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, HostError> state_;
};

}  // namespace tsg
