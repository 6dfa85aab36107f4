// SPDX-License-Identifier: MIT
#include "tools/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
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

// A site on its way into its folder.
class SiteDelivery {
 public:
  SiteDelivery(const Site& site, const ReadyTheme& theme, const std::string& purpose, std::size_t threads)
      : site_(site), renderer_(site, theme), key_(site_key(site, theme.theme, purpose)), threads_(threads) {}

  Delivery put(const std::string& output, const Console& console) {
    // The search is counted while pages are rendered; only its own page waits for it.
    std::future<std::string> search =
        std::async(std::launch::async, [this] { return make_site_search(site_); });
    const auto folder = SiteFolder::begin(output, addresses());
    if (!folder.ok()) return console.say(folder.error()), Delivery{ExitCode::Usage, {}};
    put_pages(*folder.value());
    renderer_.set_search_index(search.get());
    for (const SitePage& page : site_.pages) {
      if (page.kind == PageKind::Search) folder.value()->put(page.address, renderer_.render(page));
    }
    for (const SiteFile& file : other_files(site_, renderer_)) folder.value()->put(file.address, file.bytes);
    return finish(*folder.value(), console);
  }

 private:
  std::vector<std::string> addresses() const {
    std::vector<std::string> all = {"assets/style.css"};
    for (const SitePage& page : site_.pages) all.push_back(page.address);
    for (const auto& [path, picture] : site_.pictures) all.push_back(picture.address);
    return all;
  }

  void put_pages(SiteFolder& folder) const {
    const ProgressLine progress("pages");
    std::atomic<std::size_t> done = 0;
    in_parallel(site_.pages.size(), threads_, [this, &folder, &progress, &done](const TakeItem& next) {
      while (const auto at = next()) {
        if (site_.pages[*at].kind != PageKind::Search) put_page(folder, site_.pages[*at]);
        progress.show(++done, site_.pages.size());
      }
    });
  }

  void put_page(SiteFolder& folder, const SitePage& page) const {
    const std::optional<Fingerprint> key = page_key(site_, key_, page);
    if (key && folder.keep(page.address, *key)) return;
    folder.put(page.address, renderer_.render(page), key.value_or(Fingerprint{}));
  }

  const Site& site_;
  SiteRenderer renderer_;
  std::string key_;
  std::size_t threads_;
};

Delivery deliver(const BuildCommand& command, const Site& site, const ReadyTheme& theme,
                 const std::string& purpose, std::size_t threads, const Console& console) {
  switch (command.format) {
    case BuildFormat::Site:
      return SiteDelivery(site, theme, purpose, threads).put(command.output, console);
    case BuildFormat::Fragments:
      return put_files(command.output, fragment_files(site), console);
    case BuildFormat::Json:
      return put_files(command.output, json_files(site), console);
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
  const Delivery delivery = deliver(command, site, theme, purpose, threads, console);
  if (delivery.code != ExitCode::Done) return delivery.code;
  remember(site.source, purpose, command.output);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  return console.deliver(
      fmt::format("{}: {} articles, {} guides; {} ({:.2f} s)\n", command.output, site.source.articles.size(),
                  site.source.guides.size(), delivery.line, seconds.count()),
      "");
}

}  // namespace tsg
