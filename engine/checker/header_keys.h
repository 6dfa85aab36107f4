// SPDX-License-Identifier: MIT
// The keys of article headers, and what each selfHelpType must have. Counted over the articles in use: what
// nearly all articles of a type have is mandatory for it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

// The spelling most authors use; empty for a key that is not known.
std::string_view known_key(std::string_view key);
// Keys that tools find by exact spelling too, so that another case is worth a message.
bool spelled_exactly(std::string_view key);
const std::vector<std::string>& known_keys();

// In lower case; "supporttopicbasedscopingquestions" and "faq" are of an older time.
bool known_type(std::string_view type);
std::string_view spelling_of_type(std::string_view type);
std::vector<std::string> known_types();
// What an article of this type cannot do without; for an unknown type what all types share.
std::span<const std::string_view> mandatory_keys(std::string_view type);
// Of those, the ones whose value may not be empty.
bool may_be_empty(std::string_view key);
// Types whose placeholders a rule fills.
bool filled_type(std::string_view type);

// In lower case: "public", "fairfax", "mooncake", "usnat", "ussec", and "blackforest", which was closed in
// 2021.
bool known_cloud(std::string_view cloud);
std::span<const std::string_view> cloud_names();

}  // namespace tsg
