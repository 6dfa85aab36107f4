// SPDX-License-Identifier: MIT
#include "renderers/site/portal_files.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/text/json_writer.h"
#include "renderers/site/html_places.h"
#include "renderers/site/site_links.h"

namespace tsg {

namespace {

struct PortalPage {
  const PublishedArticle* article = nullptr;
  std::string address = {};  // of its HTML
};

std::string json_address(std::string_view address) {
  return std::string(address.substr(0, address.rfind('.'))) + ".json";
}

std::vector<PortalPage> pages_of(const Site& site) {
  std::vector<PortalPage> pages;
  for (std::size_t at = 0; at < site.source.articles.size(); ++at)
    pages.push_back({site.source.articles[at].get(), site.article_addresses[at]});
  return pages;
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write_headings(JsonWriter& json, const PublishedArticle& article) {
  json.key("headings").begin_array();
  for (const PageHeading& heading : article.places.headings) {
    json.begin_object().member("level", heading.level).member("id", heading.id);
    json.member("text", unescaped(heading.html)).end_object();
  }
  json.end_array();
}

void write_known(JsonWriter& json, const PublishedArticle& article) {
  json.member("format", 1).member("id", article.id).member("type", article.type);
  json.member("title", article.title).member("description", article.description);
  json.member("service", article.service).member("resource", article.resource);
  write_texts(json, "topics", article.topics);
  write_texts(json, "clouds", article.clouds);
  json.key("reviewed");
  article.reviewed.empty() ? json.null() : json.string(article.reviewed);
  json.key("replacedBy");
  article.replaced_by.empty() ? json.null() : json.string(article.replaced_by);
  json.member("retired", article.retired);
  write_headings(json, article);
}

SiteFile index_of(const std::vector<PortalPage>& pages, const Site& site) {
  JsonWriter json(2);
  json.begin_object().member("format", 1).member("pack", site.source.pack.id);
  json.member("version", site.source.pack.version).key("articles").begin_array();
  for (const PortalPage& page : pages) {
    json.begin_object().member("id", page.article->id).member("title", page.article->title);
    json.member("record", json_address(page.address)).end_object();
  }
  json.end_array().end_object();
  return {"index.json", json.take() + "\n"};
}

enum class Words : std::uint8_t { InRecord, InFragment };

std::vector<SiteFile> portal_files(const Site& site, Words words) {
  const std::vector<PortalPage> pages = pages_of(site);
  std::vector<SiteFile> files;
  for (const PortalPage& page : pages) {
    const std::string body = linked_body(site, *page.article, page.address);
    JsonWriter json(2);
    json.begin_object();
    write_known(json, *page.article);
    if (words == Words::InRecord) json.member("html", body).member("text", text_of(page.article->html));
    if (words == Words::InFragment) json.member("fragment", page.address);
    json.end_object();
    files.push_back({json_address(page.address), json.take() + "\n"});
    if (words == Words::InFragment)
      files.push_back({page.address, "<div class=\"tsg\">\n" + body + "</div>\n"});
  }
  for (const auto& [path, picture] : site.pictures) files.push_back({picture.address, picture.bytes});
  files.push_back(index_of(pages, site));
  return files;
}

}  // namespace

std::vector<SiteFile> fragment_files(const Site& site) {
  return portal_files(site, Words::InFragment);
}

std::vector<SiteFile> json_files(const Site& site) {
  return portal_files(site, Words::InRecord);
}

}  // namespace tsg
