// SPDX-License-Identifier: MIT
// How a failure of SQLite travels inside this room. It never leaves it: SessionStore's functions give
// Results.
#pragma once

#include <cstdint>
#include <exception>
#include <utility>

#include "engine/text/result.h"

namespace tsg {

enum class StoreFaultKind : std::uint8_t { Busy, Other };  // Busy: another process held the store too long

class StoreFault : public std::exception {
 public:
  StoreFault(StoreFaultKind kind, HostError error) : kind_(kind), error_(std::move(error)) {}
  StoreFaultKind kind() const { return kind_; }
  const HostError& error() const { return error_; }
  const char* what() const noexcept override { return error_.message.c_str(); }

 private:
  StoreFaultKind kind_;
  HostError error_;
};

}  // namespace tsg
