// SPDX-License-Identifier: MIT
// The texts of files that `tsg new` makes. Ids are valid and titles are plain (plain_title) before they come
// here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tsg {

// Stands in TOML strings, headers of articles and headings as it is: one line without quotes, backslashes,
// angle brackets and control characters.
bool plain_title(std::string_view title);
// "power-supply" -> "Power supply"
std::string title_of_id(std::string_view id);

std::string new_pack_text(const std::string& id, const std::string& title);

struct NewGuideText {
  std::string id = {};
  std::string title = {};
  std::string domain = {};
  std::string step = {};
};
std::string new_guide_text(const NewGuideText& guide);

// A step's table in guide.toml.
std::string new_step_table(const std::string& step, const std::string& yes, const std::string& no);

struct NewArticle {
  std::string id = {};
  std::string type = {};
  std::string title = {};
  std::vector<std::string> clouds = {};  // of the pack; empty: public
};
// A step's question with its answers yes and no, an outcome, a summary, or an article of another type.
std::string new_article_text(const NewArticle& article);
// Types that new_article_text knows, as articles spell them.
std::vector<std::string> new_article_types();

// A catalogue without documents, and the table of a document with one path.
std::string new_catalogue_text();
std::string new_document_text(const std::string& key, const std::string& path);
// "application-gateway" -> "applicationGateway"
std::string document_key(std::string_view id);
// A rule that answers what the member `answer` of `document` says.
std::string new_rule_text(const std::vector<std::string>& answers, const std::string& document);

}  // namespace tsg
