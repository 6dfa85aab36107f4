// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/checker/link_check.h"
#include "engine/diagnostics/lint_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool ends_ignoring_case(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && equal_ignoring_case(text.substr(text.size() - end.size()), end);
}

std::size_t find_ignoring_case(std::string_view text, std::string_view lowered) {
  const auto found = std::search(text.begin(), text.end(), lowered.begin(), lowered.end(),
                                 [](char a, char b) { return ascii_lower(a) == b; });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

// The host itself or one below it.
bool below(std::string_view host, std::string_view domain) {
  if (!ends_ignoring_case(host, domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

template <std::size_t count>
bool below_any(std::string_view host, const std::array<std::string_view, count>& domains) {
  return std::any_of(domains.begin(), domains.end(),
                     [host](std::string_view domain) { return below(host, domain); });
}

constexpr std::array<std::string_view, 4> microsoft = {"microsoft.com", "azure.com", "azure.cn",
                                                       "windows.net"};
// Hosts that only employees reach.
constexpr std::array<std::string_view, 12> internal = {"msft.net",
                                                       "portal.microsofticm.com",
                                                       "icm.ad.msft.net",
                                                       "supportability.visualstudio.com",
                                                       "msazure.visualstudio.com",
                                                       "office.visualstudio.com",
                                                       "microsoft.visualstudio.com",
                                                       "microsoft.sharepoint.com",
                                                       "azuresupportcenter.msftcloudes.com",
                                                       "lens.msftcloudes.com",
                                                       "kusto.windows.net",
                                                       "eng.ms"};
constexpr std::array<std::string_view, 4> retired_hosts = {
    "blogs.msdn.microsoft.com", "msdn.microsoft.com", "technet.microsoft.com", "blogs.technet.microsoft.com"};
constexpr std::array<std::string_view, 4> public_hosts = {"portal.azure.com", "docs.microsoft.com",
                                                          "azure.microsoft.com", "management.azure.com"};

bool is_internal(std::string_view host) {
  return below_any(host, internal) || (host.size() > 6 && equal_ignoring_case(host.substr(0, 6), "jarvis"));
}

ByteRange part(const WebAddress& address, std::size_t begin, std::size_t size) {
  const std::size_t at =
      address.range.begin + static_cast<std::size_t>(address.path.data() - address.text.data());
  return {at + begin, at + begin + size};
}

// The locales that Microsoft's pages have and articles were found to link; "ad-ds" and "ad-fs" are words of
// paths.
constexpr std::array<std::string_view, 40> locales = {
    "de-de", "en-gb", "fr-fr", "ja-jp", "es-es", "zh-tw", "pt-br", "ko-kr", "ru-ru", "it-it",
    "nl-nl", "pl-pl", "sv-se", "tr-tr", "cs-cz", "hu-hu", "da-dk", "nb-no", "fi-fi", "en-au",
    "en-ca", "en-in", "en-ie", "en-nz", "en-sg", "en-za", "de-ch", "de-at", "fr-ca", "fr-be",
    "nl-be", "es-mx", "pt-pt", "he-il", "ar-sa", "th-th", "vi-vn", "id-id", "uk-ua", "el-gr"};

std::string_view locale_in(std::string_view path) {
  for (std::size_t at = path.find('/'); at != std::string_view::npos; at = path.find('/', at + 1)) {
    const std::string_view word = path.substr(at + 1, 5);
    const bool ends =
        at + 6 >= path.size() || path[at + 6] == '/' || path[at + 6] == '?' || path[at + 6] == '#';
    if (word.size() < 5 || !ends || word[2] != '-') continue;
    const auto same = [word](std::string_view locale) { return equal_ignoring_case(locale, word); };
    if (std::any_of(locales.begin(), locales.end(), same)) return word;
  }
  return {};
}

bool mooncake_only(const ArticleView& view) {
  return view.clouds().size() == 1 && view.clouds().front() == "mooncake";
}

// Everything behind `//` is one string for this: a host may stand where the path of another begins.
void check_locale(ArticleView& view, const WebAddress& address) {
  const std::size_t domain = find_ignoring_case(address.text, "microsoft.com");
  const std::size_t azure = find_ignoring_case(address.text, "azure.com");
  if (std::min(domain, azure) == std::string_view::npos) return;
  const std::size_t found = find_ignoring_case(address.path, "/en-us");
  const bool whole = found != std::string_view::npos &&
                     (found + 6 == address.path.size() ||
                      !(ascii_alpha(address.path[found + 6]) || ascii_digit(address.path[found + 6]) ||
                        address.path[found + 6] == '_'));
  if (whole) {
    Diagnostic& diagnostic =
        view.report(codes::link_locale, part(address, found + 1, 5),
                    "the link asks for English, whatever its reader speaks", "take `en-us/` out");
    const bool slash = found + 6 < address.path.size() && address.path[found + 6] == '/';
    if (!mooncake_only(view) && slash) view.fix_safely(diagnostic, part(address, found, 6), "");
    return;
  }
  if (!below_any(address.host, microsoft)) return;
  const std::string_view locale = locale_in(address.path);
  if (locale.empty()) return;
  const auto at = static_cast<std::size_t>(locale.data() - address.path.data());
  view.report(codes::link_other_locale, part(address, at, 5),
              fmt::format("the link asks for the language `{}`", locale), "take the locale out");
}

void check_host(ArticleView& view, const WebAddress& address) {
  const std::string_view host = address.host;
  const auto whole = address.range;
  if (below(host, "review.docs.microsoft.com") || below(host, "review.learn.microsoft.com")) {
    view.report(codes::link_review, whole, "the link leads to the reviewers' site, which readers cannot open",
                "link the published page");
    return;
  }
  if (is_internal(host)) {
    const bool customers = view.for_customers() && view.type() != "problemscopingquestions";
    view.report(
        customers ? codes::link_internal : codes::link_internal_agent, whole,
        fmt::format("only employees reach `{}`", host),
        customers ? "take the link out, or put it in a text for agents" : "be sure that agents have access");
  }
  if (below(host, "aka.ms")) {
    view.report(codes::link_short, whole, "nobody sees where a shortened link leads", "link the page itself");
  }
  const bool old_documentation =
      below(host, "azure.microsoft.com") &&
      find_ignoring_case(address.path, "documentation/articles") != std::string_view::npos;
  if (below_any(host, retired_hosts) || old_documentation) {
    view.report(codes::link_retired, whole, fmt::format("`{}` was retired", host),
                "link the page's successor");
  }
  if (mooncake_only(view) && below_any(host, public_hosts)) {
    view.report(codes::link_wrong_cloud, whole,
                fmt::format("`{}` is of the public cloud, the article of China's", host),
                "link its counterpart under azure.cn");
  }
}

void check_scheme(ArticleView& view, const WebAddress& address) {
  if (address.text.find("://", 8) != std::string_view::npos &&
      equal_ignoring_case(address.host.substr(0, 4), "http")) {
    Diagnostic& diagnostic =
        view.report(codes::link_two_schemes, address.range, "the address has two schemes", "keep one");
    const std::size_t second = address.text.find("://") + 3;
    view.fix_safely(diagnostic, {address.range.begin, address.range.begin + second}, "");
    return;
  }
  const bool plain = equal_ignoring_case(address.text.substr(0, 5), "http:");
  if (!plain || !below_any(address.host, microsoft)) return;
  Diagnostic& diagnostic =
      view.report(codes::link_http, {address.range.begin, address.range.begin + 4},
                  fmt::format("`{}` is linked without encryption", address.host), "write `https`");
  view.fix_safely(diagnostic, {address.range.begin, address.range.begin + 4}, "https");
}

constexpr std::array<std::string_view, 6> tracking = {
    "wt.mc_id=", "ocid=", "utm_source=", "utm_medium=", "utm_campaign=", "ms.url="};

void check_parameters(ArticleView& view, const WebAddress& address) {
  const std::size_t query = address.path.find('?');
  if (query != std::string_view::npos) {
    for (const std::string_view name : tracking) {
      const std::size_t at = find_ignoring_case(address.path.substr(query), name);
      if (at == std::string_view::npos) continue;
      view.report(codes::link_tracking, part(address, query + at, name.size() - 1),
                  fmt::format("`{}` follows the reader", name.substr(0, name.size() - 1)),
                  "take the parameter out");
      break;
    }
  }
  if (address.path.find("scopingConditions=") != std::string_view::npos &&
      view.slice({address.range.begin, std::min(address.range.end + 40, view.text().size())}).find("\"\"") !=
          std::string_view::npos) {
    view.report(codes::link_empty_scope, address.range, "the dashboard is opened without a scope",
                "put a placeholder there, or link the dashboard alone");
  }
}

}  // namespace

void check_addresses(ArticleView& view) {
  for (const WebAddress& address : view.addresses()) {
    check_locale(view, address);
    if (address.in_code) continue;
    check_host(view, address);
    check_scheme(view, address);
    check_parameters(view, address);
  }
}

}  // namespace tsg
