// SPDX-License-Identifier: MIT
#include "tools/server/prometheus_text.h"

#include <fmt/format.h>

#include "engine/text/utf8.h"

namespace tsg::web {

namespace {

void begin_family(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

void add_single(std::string& out, std::string_view name, std::string_view type, std::string_view help,
                std::uint64_t value) {
  begin_family(out, name, type, help);
  out += fmt::format("{} {}\n", name, value);
}

void add_responses(std::string& out, const ServerFigures& figures) {
  begin_family(out, "tsg_http_requests_total", "counter",
               "Responses by route and class of status, refusals included.");
  for (const auto& [key, count] : figures.responses) {
    out += fmt::format("tsg_http_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n",
                       prometheus_label(key.route), key.status_class, count);
  }
}

void add_refusals(std::string& out, const ServerFigures& figures) {
  begin_family(out, "tsg_http_refused_total", "counter", "Clients that the server itself sent away.");
  for (std::size_t i = 0; i < refusal_names.size(); ++i) {
    out += fmt::format("tsg_http_refused_total{{reason=\"{}\"}} {}\n", refusal_names[i], figures.refusals[i]);
  }
}

void add_durations(std::string& out, const ServerFigures& figures) {
  constexpr std::string_view name = "tsg_http_request_duration_seconds";
  begin_family(out, name, "histogram", "From the first byte of a request to the last of its response.");
  std::uint64_t so_far = 0;
  for (std::size_t i = 0; i < duration_bounds_us.size(); ++i) {
    so_far += figures.durations[i];
    out += fmt::format("{}_bucket{{le=\"{}\"}} {}\n", name, static_cast<double>(duration_bounds_us[i]) / 1e6,
                       so_far);
  }
  so_far += figures.durations.back();
  out += fmt::format("{}_bucket{{le=\"+Inf\"}} {}\n", name, so_far);
  out += fmt::format("{}_sum {}\n{}_count {}\n", name, static_cast<double>(figures.duration_sum_us) / 1e6,
                     name, so_far);
}

}  // namespace

std::string prometheus_text(const ServerFigures& figures) {
  std::string out;
  add_single(out, "tsg_http_connections", "gauge", "Connections that are open.", figures.connections_open);
  add_single(out, "tsg_http_connections_limit", "gauge", "Connections that may be open at once.",
             figures.connections_limit);
  add_single(out, "tsg_http_connections_total", "counter", "Connections accepted.",
             figures.connections_accepted);
  add_responses(out, figures);
  add_single(out, "tsg_http_response_bytes_total", "counter", "Bytes of bodies sent.",
             figures.response_bytes);
  add_refusals(out, figures);
  add_durations(out, figures);
  return out;
}

std::string prometheus_label(std::string_view value) {
  std::string out;
  for (const char c : with_replacements(value)) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace tsg::web
