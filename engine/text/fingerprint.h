// SPDX-License-Identifier: MIT
// A short name for bytes, to tell whether they changed: XXH3 of 128 bits (xxhash.com). Who wants to can make
// other bytes of the same name: where that matters, use digest.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tsg {

struct Fingerprint {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const Fingerprint&) const = default;
};

Fingerprint fingerprint_of(std::string_view bytes);
std::string to_hex(const Fingerprint& fingerprint);  // 32 lower-case hexadecimal digits

}  // namespace tsg
