// SPDX-License-Identifier: MIT
// What a build remembers for the next one: articles that were published, by their file as it was then. An
// article whose file is the same is neither read nor parsed again.
//
// A file counts as the same when its number, size and times are those of before, and its time of change lies
// before the build began: what was written while it ran is read again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "renderers/search/document_terms.h"
#include "renderers/site/published_article.h"

namespace tsg {

struct FileStamp {
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;  // since 1970
  std::int64_t changed_ns = 0;
  bool operator==(const FileStamp&) const = default;
};

// Nothing for what is no regular file.
std::optional<FileStamp> stamp_of(const std::string& path);

// What one file became; without an article it has no page.
struct RememberedArticle {
  FileStamp stamp = {};
  std::shared_ptr<const PublishedArticle> article = {};
  FileStamp original = {};  // of a translation's original, which its page depends on, too
};

class SiteMemory {
 public:
  // `purpose` says all else that pages depend on: the program's version, tsg.toml, the audience. A memory of
  // another purpose is empty.
  SiteMemory(std::string purpose, std::string_view bytes);
  // What a reading that began at `begun_ns` (since 1970) may hand to the next one.
  SiteMemory(std::string purpose, std::map<std::string, RememberedArticle, std::less<>> articles,
             std::int64_t begun_ns);
  SiteMemory() = default;

  // Null when nothing is known of the file as it is now. May be called by several threads.
  const RememberedArticle* find(const std::string& path, const FileStamp& stamp) const;

  // Also what a later reading of the same purpose may hand on.
  void add(const std::map<std::string, RememberedArticle, std::less<>>& articles, std::int64_t begun_ns);

  const std::string& purpose() const { return purpose_; }
  std::string bytes() const;

 private:
  std::string purpose_ = {};
  std::map<std::string, RememberedArticle, std::less<>> articles_ = {};
};

std::int64_t nanoseconds_now();  // since 1970, by the clock that files are stamped with

}  // namespace tsg
