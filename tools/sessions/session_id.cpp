// SPDX-License-Identifier: MIT
#include "tools/sessions/session_id.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tsg {

Result<std::string> make_session_id() {
  constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  constexpr std::size_t characters = 26;
  std::array<std::uint64_t, 2> bits = {};
  ssize_t got = 0;
  do {
    got = ::getrandom(bits.data(), sizeof bits, 0);  // as few bytes as these come whole or not at all
  } while (got < 0 && errno == EINTR);
  if (got != static_cast<ssize_t>(sizeof bits))
    return HostError{fmt::format("the system gives no random bytes: {}", std::strerror(errno)), ""};
  std::string id(characters, '0');
  for (std::size_t i = characters; i-- > 0;) {
    id[i] = alphabet[bits[0] & 31U];
    bits[0] = (bits[0] >> 5U) | (bits[1] << 59U);
    bits[1] >>= 5U;
  }
  return id;
}

}  // namespace tsg
