// SPDX-License-Identifier: MIT
#include "tools/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "engine/loader/pack_files.h"
#include "engine/text/file.h"
#include "engine/tsg.h"
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

// One language's part of what is put into a folder: pages, which are rendered then, and files that are ready.
struct Contents {
  const Site* site = nullptr;
  std::unique_ptr<const SiteRenderer> renderer = {};  // null: no pages
  std::vector<SiteFile> files = {};
};

std::vector<std::string> addresses_of(const std::vector<Contents>& languages) {
  std::vector<std::string> all;
  for (const Contents& contents : languages) {
    for (const SiteFile& file : contents.files)
      all.push_back(address_from_root(*contents.site, file.address));
    if (contents.renderer == nullptr) continue;
    for (const SitePage& page : contents.site->pages)
      all.push_back(address_from_root(*contents.site, page.address));
  }
  return all;
}

void write_pages(const Contents& contents, std::size_t threads, SiteFolder& folder) {
  const ProgressLine progress("pages");
  const std::vector<SitePage>& pages = contents.site->pages;
  std::atomic<std::size_t> done = 0;
  in_parallel(pages.size(), threads, [&contents, &pages, &folder, &progress, &done](const TakeItem& next) {
    while (const auto at = next()) {
      folder.put(address_from_root(*contents.site, pages[*at].address),
                 contents.renderer->render(pages[*at]));
      progress.show(++done, pages.size());
    }
  });
}

struct Delivery {
  ExitCode code = ExitCode::Done;
  std::string line = {};
};

Delivery put_into(const std::string& output, const std::vector<Contents>& languages, std::size_t threads,
                  const Console& console) {
  const auto folder = SiteFolder::begin(output, addresses_of(languages));
  if (!folder.ok()) return console.say(folder.error()), Delivery{ExitCode::Usage, {}};
  for (const Contents& contents : languages) {
    if (contents.renderer != nullptr) write_pages(contents, threads, *folder.value());
    for (const SiteFile& file : contents.files)
      folder.value()->put(address_from_root(*contents.site, file.address), file.bytes);
  }
  const Result<std::size_t> finished = folder.value()->finish();
  if (!finished.ok()) return console.say(finished.error()), Delivery{ExitCode::Machine, {}};
  return {ExitCode::Done,
          fmt::format("{} files written, {} as before", folder.value()->written(), folder.value()->kept())};
}

Contents contents_of(BuildFormat format, const Site& site, const ReadyTheme& theme) {
  Contents contents = {.site = &site};
  switch (format) {
    case BuildFormat::Site:
      contents.renderer = std::make_unique<const SiteRenderer>(site, theme, make_site_search(site));
      contents.files = other_files(site, *contents.renderer);
      break;
    case BuildFormat::Fragments:
      contents.files = fragment_files(site);
      break;
    case BuildFormat::Json:
      contents.files = json_files(site);
      break;
  }
  return contents;
}

std::string memory_of(const std::string& output) {
  constexpr std::size_t most_bytes = std::size_t{1} << 30U;
  Result<std::string> bytes = read_file(folder_beside(output) + "/memory", most_bytes);
  return bytes.ok() ? std::move(bytes).value() : std::string();
}

// Without it the next build reads everything again, and gives the same.
void remember(SiteReading& reading, const std::string& purpose, const std::string& output) {
  const SiteMemory memory(purpose, std::move(reading.remembered), reading.begun_ns);
  write_quickly(folder_beside(output) + "/memory", memory.bytes());
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
  std::vector<Contents> languages;
  for (const Site& site : reading.sites) languages.push_back(contents_of(command.format, site, theme));
  const Delivery delivery = put_into(command.output, languages, threads, console);
  if (delivery.code != ExitCode::Done) return delivery.code;
  remember(reading, purpose, command.output);
  const SiteSource& first = reading.sites.front().source;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  return console.deliver(
      fmt::format("{}: {} articles, {} guides; {} ({:.2f} s)\n", command.output, first.articles.size(),
                  first.guides.size(), delivery.line, seconds.count()),
      "");
}

}  // namespace tsg
