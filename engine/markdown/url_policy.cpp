// SPDX-License-Identifier: MIT
#include "engine/markdown/url_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

bool slash(char c) {
  return c == '/' || c == '\\';
}

bool holds_control(std::string_view url) {
  return std::any_of(url.begin(), url.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

// The text before the first `:` that no path, query or fragment begins before.
std::optional<std::string_view> scheme_of(std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#\\");
  if (end == std::string_view::npos || url[end] != ':') return std::nullopt;
  return url.substr(0, end);
}

bool portal_scheme(const std::string& scheme) {
  constexpr std::array<std::string_view, 5> schemes = {"data-blade", "button-data-blade", "data-solution",
                                                       "button-link", "button-data-context"};
  return std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
}

// Behind scheme, host and port: what stands before it only the author may write.
std::size_t authority_end(std::string_view url, std::size_t behind_scheme) {
  std::size_t at = behind_scheme;
  while (at < url.size() && slash(url[at])) ++at;  // browsers take `https:host` for `https://host`
  return std::min(url.find_first_of("/\\?#", at), url.size());
}

bool placeholder_decides(std::string_view url, const PreparedBody& body) {
  const auto first = body.find(url, 0);
  if (!first) return false;
  const bool alone = first->range.begin == 0 && first->range.end == url.size();
  if (alone) return false;
  if (first->range.begin == 0) return true;
  const std::optional<std::string_view> scheme = scheme_of(url);
  const std::size_t behind_scheme = scheme ? scheme->size() + 1 : 0;
  const bool has_host = scheme ? !equal_ignoring_case(*scheme, "mailto") : slash(url[0]) && slash(url[1]);
  const std::size_t end = has_host ? authority_end(url, behind_scheme) : behind_scheme;
  // `https://host` with a key right behind it: the key would go on with the host.
  return first->range.begin < end;
}

UrlVerdict refused_scheme(std::string_view scheme) {
  UrlVerdict verdict{UrlFate::Refused, fmt::format("its scheme `{}` is not one that may be used", scheme),
                     "use an http, https or mailto address, or a relative one"};
  const std::string lowered = ascii_lowered(scheme);
  const std::optional<std::string> nearest = nearest_name(lowered, {"data-blade", "http", "https", "mailto"});
  if (nearest && *nearest != lowered) verdict.help = fmt::format("did you mean `{}:`?", *nearest);
  return verdict;
}

}  // namespace

UrlVerdict judge_url(std::string_view url, UrlUse use, const PreparedBody& body) {
  if (holds_control(url)) {
    return {UrlFate::Refused, "it holds a control character", "take the control character out"};
  }
  if (placeholder_decides(url, body)) return {.fate = UrlFate::PlaceholderDecides};
  const std::string_view trimmed = ascii_trimmed(url);
  if (trimmed.size() >= 2 && slash(trimmed[0]) && slash(trimmed[1])) {
    return {UrlFate::Refused, "it names a host without a scheme", "write `https:` in front of it"};
  }
  const std::optional<std::string_view> scheme = scheme_of(trimmed);
  if (!scheme) return {};
  const std::string lowered = ascii_lowered(*scheme);
  if (lowered == "http" || lowered == "https") return {};
  if (lowered == "mailto" && use == UrlUse::Link) return {};
  if (portal_scheme(lowered)) return {.fate = UrlFate::PortalAction};
  return refused_scheme(*scheme);
}

std::optional<std::string> portal_address(std::string_view target, const PortalWords& words,
                                          const PreparedBody& body) {
  if (!words.blade || body.find(target, 0)) return std::nullopt;
  std::optional<std::string> address = words.blade(target);
  if (!address || judge_url(*address, UrlUse::Link, body).fate != UrlFate::Allowed) return std::nullopt;
  return address;
}

}  // namespace tsg
