// SPDX-License-Identifier: MIT
#include "engine/text/fingerprint.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace tsg {

Fingerprint fingerprint_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

std::string to_hex(const Fingerprint& fingerprint) {
  return fmt::format("{:016x}{:016x}", fingerprint.high, fingerprint.low);
}

}  // namespace tsg
