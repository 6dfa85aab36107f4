// SPDX-License-Identifier: MIT
#include "renderers/site/site_memory.h"

#include <sys/stat.h>
#include <time.h>

#include <algorithm>

#include "renderers/site/byte_record.h"

namespace tsg {

namespace {

constexpr std::string_view shape = "tsg site memory 4";
constexpr std::int64_t clock_step_ns = 20'000'000;  // a file system's clock may lag by some milliseconds

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

void write_places(ByteWriter& out, const HtmlPlaces& places) {
  out.number(places.headings.size());
  for (const PageHeading& heading : places.headings)
    out.number(static_cast<std::uint64_t>(heading.level)).text(heading.id).text(heading.html);
  out.number(places.links.size());
  for (const PageLink& link : places.links)
    out.number(link.address.begin).number(link.address.end).text(link.target).number(link.picture ? 1 : 0);
}

HtmlPlaces read_places(ByteReader& in, std::size_t html_bytes) {
  HtmlPlaces places;
  places.headings.resize(in.count());
  for (PageHeading& heading : places.headings)
    heading = {static_cast<int>(in.number()), std::string(in.text()), std::string(in.text())};
  places.links.resize(in.count());
  for (PageLink& link : places.links) {
    link.address.begin = static_cast<std::size_t>(in.number());
    link.address.end = static_cast<std::size_t>(in.number());
    link.target = in.text();
    link.picture = in.number() != 0;
    const bool inside = link.address.begin <= link.address.end && link.address.end <= html_bytes;
    if (!inside) link.address = {};
  }
  return places;
}

// The members that are texts, in the order they are written.
constexpr std::string PublishedArticle::*text_members[] = {
    &PublishedArticle::id,         &PublishedArticle::type,        &PublishedArticle::title,
    &PublishedArticle::title_html, &PublishedArticle::description, &PublishedArticle::service,
    &PublishedArticle::resource,   &PublishedArticle::reviewed,    &PublishedArticle::replaced_by,
    &PublishedArticle::html,       &PublishedArticle::excerpt,     &PublishedArticle::path,
    &PublishedArticle::file,       &PublishedArticle::locale};

void write_article(ByteWriter& out, const PublishedArticle& article) {
  for (const auto member : text_members) out.text(article.*member);
  out.texts(article.topics)
      .texts(article.clouds)
      .number(article.retired ? 1 : 0)
      .number(article.stale ? 1 : 0);
  write_places(out, article.places);
  out.text(document_terms_bytes(article.terms));
}

// Null for what was cut off.
std::shared_ptr<const PublishedArticle> read_article(ByteReader& in) {
  auto article = std::make_shared<PublishedArticle>();
  for (const auto member : text_members) (*article).*member = in.text();
  article->topics = in.texts();
  article->clouds = in.texts();
  article->retired = in.number() != 0;
  article->stale = in.number() != 0;
  article->places = read_places(in, article->html.size());
  std::optional<DocumentTerms> terms = read_document_terms(in.text());
  if (!terms) return nullptr;
  article->terms = std::move(*terms);
  return article;
}

void write_stamp(ByteWriter& out, const FileStamp& stamp) {
  out.number(stamp.inode).number(stamp.size);
  out.number(static_cast<std::uint64_t>(stamp.modified_ns))
      .number(static_cast<std::uint64_t>(stamp.changed_ns));
}

bool settled(const RememberedArticle& article, std::int64_t begun_ns) {
  return std::max(article.stamp.changed_ns, article.original.changed_ns) + clock_step_ns < begun_ns;
}

FileStamp read_stamp(ByteReader& in) {
  return {in.number(), in.number(), static_cast<std::int64_t>(in.number()),
          static_cast<std::int64_t>(in.number())};
}

}  // namespace

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileStamp{status.st_ino, static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
                   nanoseconds(status.st_ctim)};
}

SiteMemory::SiteMemory(std::string purpose, std::string_view bytes) : purpose_(std::move(purpose)) {
  ByteReader in(bytes);
  if (in.text() != shape || in.text() != purpose_) return;
  const std::size_t count = in.count();
  for (std::size_t at = 0; at < count && in.ok(); ++at) {
    std::string path(in.text());
    RememberedArticle article;
    article.stamp = read_stamp(in);
    article.original = read_stamp(in);
    const bool has_page = in.number() != 0;
    if (has_page) article.article = read_article(in);
    if (has_page && article.article == nullptr) continue;
    if (in.ok()) articles_.insert_or_assign(articles_.end(), std::move(path), std::move(article));
  }
  if (!in.ok() || !in.at_end()) articles_.clear();
}

const RememberedArticle* SiteMemory::find(const std::string& path, const FileStamp& stamp) const {
  const auto found = articles_.find(path);
  return found == articles_.end() || found->second.stamp != stamp ? nullptr : &found->second;
}

SiteMemory::SiteMemory(std::string purpose, std::map<std::string, RememberedArticle, std::less<>> articles,
                       std::int64_t begun_ns)
    : purpose_(std::move(purpose)), articles_(std::move(articles)) {
  std::erase_if(articles_, [begun_ns](const auto& each) { return !settled(each.second, begun_ns); });
}

void SiteMemory::add(const std::map<std::string, RememberedArticle, std::less<>>& articles,
                     std::int64_t begun_ns) {
  for (const auto& [path, article] : articles) {
    if (settled(article, begun_ns)) articles_.insert_or_assign(path, article);
  }
}

std::string SiteMemory::bytes() const {
  ByteWriter out;
  out.text(shape).text(purpose_).number(articles_.size());
  for (const auto& [path, article] : articles_) {
    out.text(path);
    write_stamp(out, article.stamp);
    write_stamp(out, article.original);
    out.number(article.article == nullptr ? 0 : 1);
    if (article.article != nullptr) write_article(out, *article.article);
  }
  return out.take();
}

std::int64_t nanoseconds_now() {
  timespec now = {};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return nanoseconds(now);
}

}  // namespace tsg
