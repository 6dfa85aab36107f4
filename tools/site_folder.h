// SPDX-License-Identifier: MIT
// The folder of a site, replaced as a whole: the new files are made beside it, and the two change places in
// one step. Until then, and when the program is killed, the former site stands.
//
//   Result<SiteFolder> folder = SiteFolder::begin("site", {"index.html", "articles/x.html"});
//   folder.value().put("index.html", bytes);      // from any thread
//   Result<Written> done = folder.value().finish();
//
// Beside `site` lies `.site.tsg`: the next site while it is made, and what builds remember. A file whose
// bytes did not change is shared with the former site by a hard link. Files are not synced to the disk.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/text/descriptor.h"
#include "engine/text/fingerprint.h"
#include "engine/text/result.h"

namespace tsg {

class SiteFolder {
 public:
  // Makes the folders that `addresses` need. An error when another build is at work there, or when the folder
  // holds something that no build made: it would be lost.
  static Result<std::unique_ptr<SiteFolder>> begin(const std::string& path,
                                                   const std::vector<std::string>& addresses);
  ~SiteFolder();
  SiteFolder(const SiteFolder&) = delete;
  SiteFolder& operator=(const SiteFolder&) = delete;

  // The first failure is kept for `finish`.
  void put(const std::string& address, std::string_view bytes, const Fingerprint& key = {});
  // Takes over the former site's file when it was put there with this key; else `put` has to follow.
  bool keep(const std::string& address, const Fingerprint& key);
  // The new site in place of the former; what is left of that goes. Once only.
  Result<std::size_t> finish();

  std::size_t written() const { return written_; }
  std::size_t kept() const { return kept_; }
  // A file in the folder beside the site.
  std::string beside(std::string_view name) const { return beside_ + "/" + std::string(name); }

 private:
  SiteFolder(std::string path, std::string beside, Descriptor lock);
  // What a file was when a build put it there.
  struct Former {
    Fingerprint key = {};
    Fingerprint bytes = {};
    std::uint64_t size = 0;
    std::int64_t modified_ns = 0;
  };
  using Files = std::unordered_map<std::string, Former>;  // by address
  static Files read_files(const std::string& path);
  static std::string files_text(const Files& files);
  void begin_next(const std::vector<std::string>& addresses);
  // Whether the file is in the next site already: left there by the build before the last, or shared with the
  // former site.
  bool in_place(const std::string& address, const Former& file);
  void note(const std::string& address, const Former& file);
  void remove_stale();
  void fail(HostError error);

  std::string path_;
  std::string beside_;
  std::string next_;
  Descriptor lock_;
  Files former_ = {};      // of the site as it stands
  Files next_files_ = {};  // of the site before it, whose folder becomes the next one
  std::mutex noting_ = {};
  Files files_ = {};  // of the new site
  std::atomic<std::size_t> written_ = 0;
  std::atomic<std::size_t> kept_ = 0;
  std::atomic<bool> failed_ = false;
  HostError failure_ = {};  // by who set failed_
  bool finished_ = false;
};

// Writes a file that may be lost: renamed into its place, not synced. What fails leaves the former one.
void write_quickly(const std::string& path, std::string_view bytes);

// "site" -> ".site.tsg", "/srv/www/site/" -> "/srv/www/.site.tsg"
std::string folder_beside(const std::string& path);

}  // namespace tsg
