// SPDX-License-Identifier: MIT
#include "tests/fuzz/host_calls.h"

#include <fmt/format.h>

#include "tests/fuzz/host_oracles.h"

namespace tsg::fuzz {

namespace {

// Counts are cut where Lua's own library would go on for hours.
constexpr HostCall calls[] = {
    {"a:len()"},
    {"a:sub(n, m)"},
    {"a:byte(n, m)"},
    {"string.char(n, m)"},
    {"a:lower()"},
    {"a:upper()"},
    {"a:reverse()"},
    {"a:rep(n % 300, b)"},
    {"a:find(b, n, true)"},
    {"string.format(a, n, m)", nullptr, true},
    {"string.format(a, x, n)", nullptr, true},
    {"string.format(a, b, b)", nullptr, true},
    {"table.concat(list, a)"},
    {"table.concat(list, a, n % 9, m % 9)"},
    {"table.concat(list, a, n, m)"},
    {"(function() table.sort(list) return table.concat(list, ' ') end)()"},
    {"(function() table.sort(list, function(p, q) return #p < #q end) return table.concat(list, ' ') end)()",
     sorted_by_length},
    {"table.unpack(list, n % 99, m % 99)"},
    {"table.unpack(list, n, m)", nothing_known},
    {"(function() table.insert(list, n, a) return table.concat(list, ' ') end)()"},
    {"(function() local gone = table.remove(list, n) return gone, table.concat(list, ' ') end)()"},
    {"table.concat(table.move(list, n % 9, m % 9, #a % 9, { a, a, a, a, a, a, a, a }), ' ')"},
    {"#table.pack(a, b, n)"},
    {"tonumber(a)"},
    {"tonumber(a, n % 40)"},
    {"math.tointeger(x)"},
    {"math.floor(x), math.ceil(x)"},
    {"math.fmod(n, m)"},
    {"n // m, n % m"},
    {"x // n, x % n"},
    {"n << m, n >> m, ~n"},
    {"math.ult(n, m), n < m, n < x"},
    {"a .. n .. b .. x"},
    {"a < b, a == b, a <= b"},
    {"a + b"},
    {"tostring(x), tostring(n)"},
    {"utf8.char(n, m)"},
    {"utf8.codepoint(a, n, m)"},
    {"utf8.len(a, n, m)"},
    {"utf8.offset(a, n, m)"},
    {"select(n, a, b)"},
    {"rawlen(a), rawlen(list), rawequal(a, b)"},
    {"text.contains(a, b)", contains},
    {"text.contains_fold(a, b)", contains_fold},
    {"text.starts_with(a, b)", starts_with},
    {"text.ends_with(a, b)", ends_with},
    {"text.equal_fold(a, b)", equal_fold},
    {"table.concat(text.split(a, b), '\\0')", split},
    {"text.trim(a)", trimmed},
    {"text.lower(a)", lowered},
    {"text.match(a, b)", matched, true},
    {"net.is_address(a)", address_family},
    {"net.is_prefix(a)", prefix_family},
    {"net.prefix_match(a, b)", prefix_overlap},
    {"net.port_match(a, n)", port_inside},
    {"net.host_match(a, b)", host_matched},
    {"net.is_host(a)", host_named},
    {"net.host_of('https://u@' .. a .. ':443/' .. b)", host_inside},
    {"net.host_of(a)", nothing_known},
    {"time.parse(a)", moment},
    {"time.format(x)", moment_text},
    {"time.parse(time.format(n % 253402300800)) == n % 253402300800", always_true},
    {"time.duration(a)", duration_seconds},
    // Sets say what their entries say one by one.
    {"(function() local s, t = net.prefix_set(a), net.prefix_set(b) "
     "return s == nil or t == nil or net.prefix_match(s, t) == net.prefix_match(a, b) end)()",
     always_true},
    {"(function() local s = net.port_set(a) "
     "return s == nil or net.port_match(s, n % 65536) == net.port_match(a, n % 65536) end)()",
     always_true},
    {"(function() local s = net.prefix_set(a) "
     "return s == nil or net.prefix_match(net.outside(s), s) == 'none' end)()",
     always_true}};

}  // namespace

std::span<const HostCall> host_calls() {
  return calls;
}

std::string calls_chunk(CallSet set) {
  std::string chunk = R"(
local function show(...)
  local shown = table.pack(...)
  for i = 1, shown.n do shown[i] = type(shown[i]) .. ":" .. tostring(shown[i]) end
  return table.concat(shown, "|", 1, shown.n)
end
local calls = {}
)";
  for (std::size_t i = 0; i < std::size(calls); ++i) {
    if (set == CallSet::Lua && calls[i].oracle != nullptr) continue;
    chunk +=
        fmt::format("calls[{}] = function(a, b, n, m, x, list) return {} end\n", i + 1, calls[i].expression);
  }
  return chunk + "return { show = show, calls = calls }\n";
}

}  // namespace tsg::fuzz
