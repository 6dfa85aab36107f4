// SPDX-License-Identifier: MIT
#include "engine/text/digest.h"

#include <fmt/format.h>
#include <sha256.h>

#include <array>
#include <cstdint>

namespace tsg {

std::string sha256_hex(std::string_view bytes) {
  SHA256_CTX context = {};
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest = {};
  SHA256Final(digest.data(), &context);
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

}  // namespace tsg
