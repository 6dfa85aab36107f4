// SPDX-License-Identifier: MIT
// Spellings of paths that lead out of a folder or into confusion.
#pragma once

#include <string>
#include <vector>

#include "tools/server/request_path.h"

namespace tsg::web {

struct PathAttack {
  std::string target = {};
  TargetFault fault = {};
};

// Refused by their spelling, whatever is served.
inline const std::vector<PathAttack>& refused_targets() {
  using enum TargetFault;
  static const std::vector<PathAttack> attacks = {
      {"/..", DotSegment},
      {"/../", DotSegment},
      {"/../etc/passwd", DotSegment},
      {"/../../../../../../etc/passwd", DotSegment},
      {"/a/../../etc/passwd", DotSegment},
      {"/a/..", DotSegment},
      {"/.", DotSegment},
      {"/./", DotSegment},
      {"/./a", DotSegment},
      {"/a/./b", DotSegment},
      {"/a/.", DotSegment},
      {"/%2e%2e/etc/passwd", DotSegment},
      {"/%2E%2E/etc/passwd", DotSegment},
      {"/.%2e/etc/passwd", DotSegment},
      {"/%2e./etc/passwd", DotSegment},
      {"/a/%2e%2e/%2E%2e/etc/passwd", DotSegment},
      {"/%2e", DotSegment},
      {"/a/%2e/b", DotSegment},
      {"/..?a=b", DotSegment},
      {"/%2e%2e%2fetc/passwd", EncodedSlash},
      {"/..%2fetc%2fpasswd", EncodedSlash},
      {"/..%2Fetc%2Fpasswd", EncodedSlash},
      {"/%2fetc%2fpasswd", EncodedSlash},
      {"/a%2fb", EncodedSlash},
      {"/a/..%2f..%2fetc/passwd", EncodedSlash},
      {"/%2f", EncodedSlash},
      {"/..\\etc\\passwd", Backslash},
      {"/..%5cetc%5cpasswd", Backslash},
      {"/..%5Cetc", Backslash},
      {"/%5c", Backslash},
      {"/\\\\host\\share", Backslash},
      {"/a\\b", Backslash},
      {"/%2e%2e%5cetc", Backslash},
      {"//", EmptySegment},
      {"//etc/passwd", EmptySegment},
      {"///etc/passwd", EmptySegment},
      {"/a//b", EmptySegment},
      {"/a//", EmptySegment},
      {"//evil.example/a", EmptySegment},
      {"/%00", Control},
      {"/index.html%00", Control},
      {"/index.html%00.png", Control},
      {"/..%00/etc/passwd", Control},
      {std::string("/a\0b", 4), Control},
      {"/a%0d%0aSet-Cookie:b=c", Control},
      {"/a%0a", Control},
      {"/a%09b", Control},
      {"/a%1b[31m", Control},
      {"/a%7f", Control},
      {"/a%c2%85", Control},
      {"/a%c2%9b", Control},
      {"/%", BadEscape},
      {"/%2", BadEscape},
      {"/%zz", BadEscape},
      {"/%2g", BadEscape},
      {"/%%32%65", BadEscape},
      {"/a%", BadEscape},
      {"/%u002e%u002e/etc", BadEscape},
      {"/%-1", BadEscape},
      {"/% 2", BadEscape},
      {"/%c0%ae%c0%ae/etc/passwd", NotUtf8},
      {"/%c0%af", NotUtf8},
      {"/%e0%80%ae%e0%80%ae/", NotUtf8},
      {"/%e0%80%af", NotUtf8},
      {"/%f0%80%80%ae", NotUtf8},
      {"/%c1%9c", NotUtf8},
      {"/%c0%80", NotUtf8},
      {"/%ff", NotUtf8},
      {"/%80", NotUtf8},
      {"/%ed%a0%80", NotUtf8},
      {"/%f4%90%80%80", NotUtf8},
      {"/%c3", NotUtf8},
      {"/\xff", NotUtf8},
      {"/..%c0%afetc", NotUtf8},
      {"", NotAPath},
      {"*", NotAPath},
      {"etc/passwd", NotAPath},
      {"../etc/passwd", NotAPath},
      {"http://127.0.0.1/", NotAPath},
      {"file:///etc/passwd", NotAPath},
      {"%2fetc", NotAPath},
      {"\\etc", NotAPath},
      {"/a#b", Fragment},
      {"/#/../etc", Fragment},
      {"/?a=%", BadEscape},
      {"/?a=%4", BadEscape},
      {"/?a=%00", Control},
      {"/?%00", Control},
      {"/?a=%ff", NotUtf8},
      {"/?a=%c0%ae", NotUtf8},
      {"/" + std::string(5000, 'a'), TooLong},
      {"/?" + std::string(5000, 'a'), TooLong},
  };
  return attacks;
}

}  // namespace tsg::web
