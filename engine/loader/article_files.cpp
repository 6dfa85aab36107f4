// SPDX-License-Identifier: MIT
#include "engine/loader/article_files.h"

#include <algorithm>

#include "engine/model/limits.h"
#include "engine/text/folder.h"

namespace tsg {

namespace {

// Adds the articles of one folder, and its folders to those that are still to be listed.
void list_into(ArticleFiles& found, const std::string& root, const std::string& at,
               std::vector<std::string>& below) {
  const auto entries = list_folder(root + "/" + at);
  if (!entries) {
    found.unreadable.push_back(entries.error());
    return;
  }
  for (const FolderEntry& entry : entries.value()) {
    if (entry.name.starts_with('.')) continue;
    if (entry.kind == EntryKind::Folder) below.push_back(at + entry.name + "/");
    if (entry.kind != EntryKind::File || !entry.name.ends_with(".md")) continue;
    if (found.paths.size() >= limits::pack_files) {
      found.too_many = true;
      return;
    }
    found.paths.push_back(at + entry.name);
  }
}

}  // namespace

ArticleFiles find_articles(const std::string& folder) {
  ArticleFiles found;
  std::vector<std::string> below = {""};
  while (!below.empty() && !found.too_many) {
    const std::string at = std::move(below.back());
    below.pop_back();
    list_into(found, folder, at, below);
  }
  std::sort(found.paths.begin(), found.paths.end());
  return found;
}

}  // namespace tsg
