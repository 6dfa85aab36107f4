// SPDX-License-Identifier: MIT
#include <re2/re2.h>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <lua.hpp>
#include <string>

#include "tests/fuzz/host_oracles.h"

namespace tsg::fuzz {

namespace {

int push_nil(lua_State* lua) {
  lua_pushnil(lua);
  return 1;
}

// RFC 3339, taken apart.
struct Written {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  std::string fraction = {};  // with its point
  std::string sign = {};
  int offset_hours = 0, offset_minutes = 0;
};

bool take_apart(const std::string& text, Written& out) {
  static const RE2 form(
      R"((\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d)))");
  std::string hours;
  std::string minutes;
  if (!RE2::FullMatch(text, form, &out.year, &out.month, &out.day, &out.hour, &out.minute, &out.second,
                      &out.fraction, &out.sign, &hours, &minutes)) {
    return false;
  }
  if (!hours.empty()) out.offset_hours = std::stoi(hours);
  if (!minutes.empty()) out.offset_minutes = std::stoi(minutes);
  return out.hour < 24 && out.minute < 60 && out.second <= 60 && out.offset_hours < 24 &&
         out.offset_minutes < 60;
}

// timegm carries the 30th of February over into March: there is no such day then.
bool day_exists(const Written& written, std::time_t midnight) {
  std::tm back = {};
  gmtime_r(&midnight, &back);
  return back.tm_mday == written.day && back.tm_mon == written.month - 1;
}

std::time_t midnight_of(const Written& written) {
  std::tm day = {};
  day.tm_year = written.year - 1900;
  day.tm_mon = written.month - 1;
  day.tm_mday = written.day;
  return timegm(&day);
}

}  // namespace

int moment(lua_State* lua, const Arguments& arguments) {
  Written written;
  if (!take_apart(arguments.a, written)) return push_nil(lua);
  const std::time_t midnight = midnight_of(written);
  if (!day_exists(written, midnight)) return push_nil(lua);
  const int offset = (written.sign == "-" ? -1 : 1) * (written.offset_hours * 60 + written.offset_minutes);
  const std::time_t whole = midnight + (written.hour * 60 + written.minute - offset) * 60 + written.second;
  if (written.second == 60 && whole % 86400 != 0) return push_nil(lua);
  const std::string digits = (written.fraction + "0000000000").substr(written.fraction.empty() ? 0 : 1, 9);
  lua_pushnumber(lua, static_cast<double>(whole) + std::stod(digits) / 1e9);
  return 1;
}

int moment_text(lua_State* lua, const Arguments& arguments) {
  if (std::isnan(arguments.x) || arguments.x < -62167219200.0 || arguments.x >= 253402300800.0)
    return refuses;
  if (std::floor(arguments.x) != arguments.x) return unsure;
  const auto seconds = static_cast<std::time_t>(arguments.x);
  std::tm time = {};
  gmtime_r(&seconds, &time);
  char text[80] = {};
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", time.tm_year + 1900, time.tm_mon + 1,
                time.tm_mday, time.tm_hour, time.tm_min, time.tm_sec);
  lua_pushstring(lua, text);
  return 1;
}

int duration_seconds(lua_State* lua, const Arguments& arguments) {
  static const RE2 simple(R"((\d{1,9})([smhd]))");
  static const RE2 clock(R"((?:(\d{1,5})\.)?(\d\d):(\d\d):(\d\d))");
  int count = 0;
  char unit = 0;
  if (RE2::FullMatch(arguments.a, simple, &count, &unit)) {
    lua_pushnumber(lua, count * (unit == 's' ? 1.0 : unit == 'm' ? 60.0 : unit == 'h' ? 3600.0 : 86400.0));
    return 1;
  }
  std::string days;
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
  if (!RE2::FullMatch(arguments.a, clock, &days, &hours, &minutes, &seconds)) return unsure;
  if (hours > 23 || minutes > 59 || seconds > 59) return unsure;
  const double whole_days = days.empty() ? 0 : std::stod(days);
  lua_pushnumber(lua, whole_days * 86400 + hours * 3600 + minutes * 60 + seconds);
  return 1;
}

}  // namespace tsg::fuzz
