// SPDX-License-Identifier: MIT
#include "tools/server/token.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace tsg::web {

namespace {

constexpr std::size_t token_bytes = 32;

std::string base64url(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char c : bytes) {
    bits = (bits << 8U) | static_cast<unsigned char>(c);
    for (held += 8; held >= 6; held -= 6) out += letters[(bits >> (held - 6)) & 63U];
  }
  if (held > 0) out += letters[(bits << (6 - held)) & 63U];
  return out;
}

}  // namespace

Result<std::string> random_token() {
  std::array<char, token_bytes> bytes = {};
  for (std::size_t filled = 0; filled < bytes.size();) {
    const ssize_t got = ::getrandom(bytes.data() + filled, bytes.size() - filled, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      return HostError{fmt::format("the kernel gives no random bytes: {}", std::strerror(errno)), ""};
    }
    filled += static_cast<std::size_t>(got);
  }
  return base64url({bytes.data(), bytes.size()});
}

bool same_bytes(std::string_view secret, std::string_view given) {
  // `volatile` keeps the compiler from leaving the loop at the first difference.
  volatile unsigned difference = secret.size() == given.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char own = secret.empty() ? '\0' : secret[i % secret.size()];
    difference = difference | static_cast<unsigned>(static_cast<unsigned char>(own ^ given[i]));
  }
  return difference == 0;
}

}  // namespace tsg::web
