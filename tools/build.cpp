// SPDX-License-Identifier: MIT
#include "tools/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "engine/loader/pack_files.h"
#include "engine/text/file.h"
#include "engine/tsg.h"
#include "renderers/site/parallel.h"
#include "renderers/site/portal_files.h"
#include "renderers/site/site.h"
#include "renderers/site/site_files.h"
#include "renderers/site/site_links.h"
#include "renderers/site/site_renderer.h"
#include "renderers/site/site_search.h"
#include "tools/progress_line.h"
#include "tools/site_folder.h"

namespace tsg {

namespace {

std::size_t threads_of(const BuildCommand& command) {
  return command.threads > 0 ? command.threads : std::max(1U, std::thread::hardware_concurrency());
}

// What is put into a folder: pages, which are rendered then, and files that are ready.
struct Contents {
  const Site& site;
  const SiteRenderer* renderer = nullptr;  // null: no pages
  std::vector<SiteFile> files = {};
};

std::vector<std::string> addresses_of(const Contents& contents) {
  std::vector<std::string> all;
  for (const SiteFile& file : contents.files) all.push_back(file.address);
  if (contents.renderer == nullptr) return all;
  for (const SitePage& page : contents.site.pages) all.push_back(page.address);
  return all;
}

void write_pages(const Contents& contents, std::size_t threads, SiteFolder& folder) {
  const ProgressLine progress("pages");
  const std::vector<SitePage>& pages = contents.site.pages;
  std::atomic<std::size_t> done = 0;
  in_parallel(pages.size(), threads, [&contents, &pages, &folder, &progress, &done](const TakeItem& next) {
    while (const auto at = next()) {
      folder.put(pages[*at].address, contents.renderer->render(pages[*at]));
      progress.show(++done, pages.size());
    }
  });
}

struct Delivery {
  ExitCode code = ExitCode::Done;
  std::string line = {};
};

Delivery put_into(const std::string& output, const Contents& contents, std::size_t threads,
                  const Console& console) {
  const auto folder = SiteFolder::begin(output, addresses_of(contents));
  if (!folder.ok()) return console.say(folder.error()), Delivery{ExitCode::Usage, {}};
  if (contents.renderer != nullptr) write_pages(contents, threads, *folder.value());
  for (const SiteFile& file : contents.files) folder.value()->put(file.address, file.bytes);
  const Result<std::size_t> finished = folder.value()->finish();
  if (!finished.ok()) return console.say(finished.error()), Delivery{ExitCode::Machine, {}};
  return {ExitCode::Done,
          fmt::format("{} files written, {} as before", folder.value()->written(), folder.value()->kept())};
}

Delivery put_site(const BuildCommand& command, const Site& site, const ReadyTheme& theme, std::size_t threads,
                  const Console& console) {
  switch (command.format) {
    case BuildFormat::Site: {
      const SiteRenderer renderer(site, theme, make_site_search(site));
      return put_into(command.output, {site, &renderer, other_files(site, renderer)}, threads, console);
    }
    case BuildFormat::Fragments:
      return put_into(command.output, {site, nullptr, fragment_files(site)}, threads, console);
    case BuildFormat::Json:
      return put_into(command.output, {site, nullptr, json_files(site)}, threads, console);
  }
  return {};
}

std::string memory_of(const std::string& output) {
  constexpr std::size_t most_bytes = std::size_t{1} << 30U;
  Result<std::string> bytes = read_file(folder_beside(output) + "/memory", most_bytes);
  return bytes.ok() ? std::move(bytes).value() : std::string();
}

// Without it the next build reads everything again, and gives the same.
void remember(const SiteSource& source, const std::string& purpose, const std::string& output) {
  const SiteMemory memory(purpose, source.remembered, source.begun_ns);
  write_quickly(folder_beside(output) + "/memory", memory.bytes());
}

}  // namespace

ExitCode build(const BuildCommand& command, const Console& console) {
  const auto begin = std::chrono::steady_clock::now();
  const Result<std::string> root = find_pack_root(command.pack.empty() ? "." : command.pack);
  if (!root.ok()) return console.say(root.error()), ExitCode::Unreadable;
  const std::size_t threads = threads_of(command);
  SiteOptions options = {
      .audience = command.audience, .clouds = command.clouds, .address = command.address, .threads = threads};
  const std::string purpose = site_purpose(root.value(), options, version());
  const SiteMemory memory = command.anew ? SiteMemory() : SiteMemory(purpose, memory_of(command.output));
  options.memory = &memory;
  SiteSource source = read_site(root.value(), options);
  if (command.allow_broken_links) source.pack.site.broken_links = BrokenLinks::Warning;
  Site site = plan_site(std::move(source), root.value());
  append(site.diagnostics, check_links(site, root.value()));
  const ReadyTheme theme = ready_theme(read_theme(root.value(), site.diagnostics));
  append(site.diagnostics, theme.diagnostics);
  console.say(site.diagnostics);
  if (has_error(site.diagnostics)) {
    console.say("nothing was written: the former site stands");
    return ExitCode::Findings;
  }
  const Delivery delivery = put_site(command, site, theme, threads, console);
  if (delivery.code != ExitCode::Done) return delivery.code;
  remember(site.source, purpose, command.output);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  return console.deliver(
      fmt::format("{}: {} articles, {} guides; {} ({:.2f} s)\n", command.output, site.source.articles.size(),
                  site.source.guides.size(), delivery.line, seconds.count()),
      "");
}

}  // namespace tsg
