// SPDX-License-Identifier: MIT
#include "tools/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <thread>

#include "engine/loader/pack_files.h"
#include "engine/text/file.h"
#include "engine/tsg.h"
#include "renderers/site/page_key.h"
#include "renderers/site/parallel.h"
#include "renderers/site/portal_files.h"
#include "renderers/site/site.h"
#include "renderers/site/site_files.h"
#include "renderers/site/site_languages.h"
#include "renderers/site/site_renderer.h"
#include "renderers/site/site_search.h"
#include "tools/progress_line.h"
#include "tools/site_folder.h"

namespace tsg {

namespace {

std::size_t threads_of(const BuildCommand& command) {
  return command.threads > 0 ? command.threads : std::max(1U, std::thread::hardware_concurrency());
}

struct Delivery {
  ExitCode code = ExitCode::Done;
  std::string line = {};
};

Delivery finish(SiteFolder& folder, const Console& console) {
  const Result<std::size_t> finished = folder.finish();
  if (!finished.ok()) return console.say(finished.error()), Delivery{ExitCode::Machine, {}};
  return {ExitCode::Done, fmt::format("{} files written, {} as before", folder.written(), folder.kept())};
}

Delivery put_files(const std::string& output, const std::vector<SiteFile>& files, const Console& console) {
  std::vector<std::string> addresses;
  for (const SiteFile& file : files) addresses.push_back(file.address);
  const auto folder = SiteFolder::begin(output, addresses);
  if (!folder.ok()) return console.say(folder.error()), Delivery{ExitCode::Usage, {}};
  for (const SiteFile& file : files) folder.value()->put(file.address, file.bytes);
  return finish(*folder.value(), console);
}

// One language of a site on its way into the folder. It stays where it is made.
class LanguageDelivery {
 public:
  LanguageDelivery(const Site& site, const ReadyTheme& theme, const std::string& purpose)
      : site_(site),
        renderer_(site, theme),
        key_(site_key(site, theme.theme, purpose)),
        // The search is counted while pages are rendered; only its own page waits for it.
        search_(std::async(std::launch::async, [&site] { return make_site_search(site); })) {}

  void add_addresses(std::vector<std::string>& all) const {
    all.push_back(address_from_root(site_, "assets/style.css"));
    for (const SitePage& page : site_.pages) all.push_back(address_from_root(site_, page.address));
    for (const auto& [path, picture] : site_.pictures)
      all.push_back(address_from_root(site_, picture.address));
  }

  void put_pages(SiteFolder& folder, std::size_t threads) const {
    const ProgressLine progress("pages");
    std::atomic<std::size_t> done = 0;
    in_parallel(site_.pages.size(), threads, [this, &folder, &progress, &done](const TakeItem& next) {
      while (const auto at = next()) {
        if (site_.pages[*at].kind != PageKind::Search) put_page(folder, site_.pages[*at]);
        progress.show(++done, site_.pages.size());
      }
    });
  }

  void put_rest(SiteFolder& folder) {
    renderer_.set_search_index(search_.get());
    for (const SitePage& page : site_.pages) {
      if (page.kind == PageKind::Search) put_page(folder, page);
    }
    for (const SiteFile& file : other_files(site_, renderer_))
      folder.put(address_from_root(site_, file.address), file.bytes);
  }

 private:
  void put_page(SiteFolder& folder, const SitePage& page) const {
    const std::optional<Fingerprint> key = page_key(site_, key_, page);
    const std::string address = address_from_root(site_, page.address);
    if (key && folder.keep(address, *key)) return;
    folder.put(address, renderer_.render(page), key.value_or(Fingerprint{}));
  }

  const Site& site_;
  SiteRenderer renderer_;
  std::string key_;
  std::future<std::string> search_;
};

Delivery put_site(const std::string& output, const std::vector<Site>& sites, const ReadyTheme& theme,
                  const std::string& purpose, std::size_t threads, const Console& console) {
  std::vector<std::unique_ptr<LanguageDelivery>> languages;
  std::vector<std::string> addresses;
  for (const Site& site : sites) {
    languages.push_back(std::make_unique<LanguageDelivery>(site, theme, purpose));
    languages.back()->add_addresses(addresses);
  }
  const auto folder = SiteFolder::begin(output, addresses);
  if (!folder.ok()) return console.say(folder.error()), Delivery{ExitCode::Usage, {}};
  for (const auto& language : languages) language->put_pages(*folder.value(), threads);
  for (const auto& language : languages) language->put_rest(*folder.value());
  return finish(*folder.value(), console);
}

std::vector<SiteFile> portal_files(BuildFormat format, const std::vector<Site>& sites) {
  std::vector<SiteFile> all;
  for (const Site& site : sites) {
    for (SiteFile& file : format == BuildFormat::Json ? json_files(site) : fragment_files(site))
      all.push_back({address_from_root(site, file.address), std::move(file.bytes)});
  }
  return all;
}

Delivery deliver(const BuildCommand& command, const std::vector<Site>& sites, const ReadyTheme& theme,
                 const std::string& purpose, std::size_t threads, const Console& console) {
  switch (command.format) {
    case BuildFormat::Site:
      return put_site(command.output, sites, theme, purpose, threads, console);
    case BuildFormat::Fragments:
    case BuildFormat::Json:
      return put_files(command.output, portal_files(command.format, sites), console);
  }
  return {};
}

std::string memory_of(const std::string& output) {
  constexpr std::size_t most_bytes = std::size_t{1} << 30U;
  Result<std::string> bytes = read_file(folder_beside(output) + "/memory", most_bytes);
  return bytes.ok() ? std::move(bytes).value() : std::string();
}

// What the next build finds, written down while this one puts its pages. Without it the next build reads
// everything again, and gives the same.
std::future<std::string> next_memory(SiteReading& reading, const std::string& purpose) {
  return std::async(std::launch::async, [&reading, &purpose] {
    return SiteMemory(purpose, std::move(reading.remembered), reading.begun_ns).bytes();
  });
}

}  // namespace

ExitCode build(const BuildCommand& command, const Console& console) {
  const auto begin = std::chrono::steady_clock::now();
  const Result<std::string> root = find_pack_root(command.pack.empty() ? "." : command.pack);
  if (!root.ok()) return console.say(root.error()), ExitCode::Unreadable;
  const std::size_t threads = threads_of(command);
  SiteOptions options = {.audience = command.audience,
                         .clouds = command.clouds,
                         .address = command.address,
                         .locale = command.locale,
                         .threads = threads};
  if (command.allow_broken_links) options.broken_links = BrokenLinks::Warning;
  const std::string purpose = site_purpose(root.value(), options, version());
  const SiteMemory memory = command.anew ? SiteMemory() : SiteMemory(purpose, memory_of(command.output));
  options.memory = &memory;
  SiteReading reading = read_sites(root.value(), options);
  Diagnostics& found = reading.diagnostics;
  const ReadyTheme theme = ready_theme(read_theme(root.value(), found));
  append(found, theme.diagnostics);
  console.say(found);
  if (has_error(found)) {
    console.say("nothing was written: the former site stands");
    return ExitCode::Findings;
  }
  std::future<std::string> remembered = next_memory(reading, purpose);
  const Delivery delivery = deliver(command, reading.sites, theme, purpose, threads, console);
  if (delivery.code != ExitCode::Done) return delivery.code;
  write_quickly(folder_beside(command.output) + "/memory", remembered.get());
  const SiteSource& first = reading.sites.front().source;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  return console.deliver(
      fmt::format("{}: {} articles, {} guides; {} ({:.2f} s)\n", command.output, first.articles.size(),
                  first.guides.size(), delivery.line, seconds.count()),
      "");
}

}  // namespace tsg
