// SPDX-License-Identifier: MIT
#include "tools/server/access_line.h"

#include "engine/text/json_writer.h"
#include "engine/text/rfc3339.h"

namespace tsg::web {

std::string access_line(const Served& served, std::chrono::system_clock::time_point moment) {
  const std::chrono::duration<double> seconds = moment.time_since_epoch();
  JsonWriter json;
  json.begin_object()
      .member("time", format_rfc3339(seconds.count()))
      .member("method", served.method)
      .member("route", served.route)
      .member("status", served.status)
      .member("bytes", served.bytes)
      .member("duration_us", served.duration.count())
      .member("peer", served.peer)
      .end_object();
  return json.take();
}

}  // namespace tsg::web
