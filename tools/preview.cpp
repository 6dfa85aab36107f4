// SPDX-License-Identifier: MIT
#include "tools/preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <thread>

#include "engine/loader/pack_files.h"
#include "renderers/page_style.h"
#include "tools/event.h"
#include "tools/folder_watch.h"
#include "tools/interruption.h"
#include "tools/preview_guides.h"
#include "tools/preview_overlay.h"
#include "tools/preview_site.h"
#include "tools/server/content_type.h"
#include "tools/server/server.h"

namespace tsg {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::string_view resolved_style = "/_preview/resolved.css";
constexpr std::string_view guides_path = "/_preview/guides/";

web::Response page_response(unsigned status, std::string bytes) {
  return {status, "text/html; charset=utf-8", {{"Cache-Control", "no-store"}}, std::move(bytes)};
}

web::Response file_response(std::string_view type, std::string bytes) {
  return {200, std::string(type), {{"Cache-Control", "no-store"}}, std::move(bytes)};
}

class Preview {
 public:
  Preview(std::string root, const PreviewCommand& command, const Console& console)
      : root_(std::move(root)),
        options_({.audience = command.audience,
                  .clouds = command.clouds,
                  .threads = command.threads > 0 ? command.threads
                                                 : std::max(1U, std::thread::hardware_concurrency())}),
        given_({command.facts, command.now}),
        console_(console),
        site_(std::make_shared<const PreviewSite>(root_, options_, nullptr)) {
    tell();
  }

  // Builds anew, and tells the browsers.
  void renew(std::size_t files, web::EventStream& events) {
    const auto begin = Clock::now();
    const std::shared_ptr<const PreviewSite> former = current();
    auto next = std::make_shared<const PreviewSite>(root_, options_, former.get());
    {
      const std::lock_guard lock(changing_);
      site_ = std::move(next);
    }
    events.publish("reload", "");
    const std::chrono::duration<double, std::milli> taken = Clock::now() - begin;
    if (current()->diagnostics() != former->diagnostics()) tell();
    console_.say(fmt::format("{} {} changed: built in {:.0f} ms", files, files == 1 ? "file" : "files",
                             taken.count()));
  }

  web::Response answer(const web::Request& request, const web::EventStream& events) const {
    const auto newest = events.newest_id();
    const std::shared_ptr<const PreviewSite> site = current();
    if (request.path == overlay::script_path)
      return file_response("text/javascript; charset=utf-8", std::string(overlay::preview_script()));
    if (request.path == overlay::style_path)
      return file_response("text/css; charset=utf-8", std::string(overlay::preview_style()));
    if (request.path == resolved_style)
      return file_response("text/css; charset=utf-8", std::string(page_style()));
    // Browsers ask for it by themselves.
    if (request.path == "/favicon.ico") return {.status = 204};
    if (request.path == overlay::problems_path)
      return page_response(200, overlay::problems_overlay(site->diagnostics()));
    if (request.path.starts_with(guides_path)) return resolved(request, *site, newest);
    return file_of_site(request, *site, newest);
  }

 private:
  std::shared_ptr<const PreviewSite> current() const {
    const std::lock_guard lock(changing_);
    return site_;
  }

  void tell() const { console_.say(current()->diagnostics()); }

  web::Response file_of_site(const web::Request& request, const PreviewSite& site,
                             std::optional<std::uint64_t> newest) const {
    std::string address = request.path.substr(1);
    if (address.empty() || address.ends_with('/')) address += "index.html";
    std::optional<std::string> bytes = site.file(address);
    const SitePage* page = site.page(address);
    unsigned status = 200;
    if (!bytes) {
      status = 404;
      page = site.page("404.html");
      bytes = site.file("404.html");
    }
    if (!bytes) return web::text_response(404, "no such page");
    if (page == nullptr) return file_response(web::content_type_of(address), std::move(*bytes));
    const std::string problems = overlay::problems_overlay(site.diagnostics());
    return page_response(status,
                         overlay::add_preview(with_bar(site, *page, std::move(*bytes)), problems, newest));
  }

  // Pages of guides lead to the same guide with facts.
  static std::string with_bar(const PreviewSite& site, const SitePage& page, std::string bytes) {
    const bool of_guide =
        page.kind == PageKind::Guide || page.kind == PageKind::Step || page.kind == PageKind::Outcome;
    const std::size_t end = of_guide ? bytes.rfind("</main>") : std::string::npos;
    if (end == std::string::npos) return bytes;
    const std::string& guide = site.site().source.guides[page.item]->id;
    bytes.insert(
        end, fmt::format("<p><a href=\"{}{}\">Resolve this guide with facts</a></p>\n", guides_path, guide));
    return bytes;
  }

  web::Response resolved(const web::Request& request, const PreviewSite& site,
                         std::optional<std::uint64_t> newest) const {
    const std::string rest = request.path.substr(guides_path.size());
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string guide = rest.substr(0, slash);
    const std::string what = slash < rest.size() ? rest.substr(slash + 1) : "";
    constexpr std::string_view scenarios = "scenarios/";
    std::optional<PreviewPage> page;
    const std::lock_guard lock(resolving_);
    if (what.empty()) page = list_resolutions(root_, guide, given_);
    if (what == "facts" && !given_.facts.empty())
      page = resolved_page(root_, guide, "", audience_of(request), given_);
    if (what.starts_with(scenarios) && what.size() > scenarios.size())
      page = resolved_page(root_, guide, what.substr(scenarios.size()), audience_of(request), given_);
    if (!page) return web::text_response(404, "no such guide or scenario");
    const std::string problems = overlay::problems_overlay(site.diagnostics());
    return page_response(200, overlay::add_preview(framed(*page, resolved_style), problems, newest));
  }

  Audience audience_of(const web::Request& request) const {
    for (const auto& [name, value] : request.query) {
      if (name == "audience") return value == "agent" ? Audience::Agent : Audience::Customer;
    }
    return options_.audience;
  }

  std::string root_;
  SiteOptions options_;
  PreviewFacts given_;
  const Console& console_;
  mutable std::mutex changing_ = {};   // site_
  mutable std::mutex resolving_ = {};  // one guide at a time: opening one takes all cores' cache
  std::shared_ptr<const PreviewSite> site_;
};

// Whether a site depends on the file.
bool matters(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name =
      slash == std::string::npos ? std::string_view(path) : std::string_view(path).substr(slash + 1);
  return !name.empty() && name[0] != '.' && name.back() != '~';
}

void watch_pack(FolderWatch& watch, Preview& preview, web::EventStream& events,
                const std::atomic<bool>& ended) {
  constexpr int look_ms = 100;
  constexpr int settle_ms = 3;
  while (!ended.load()) {
    std::set<std::string> files = watch.changed(look_ms, settle_ms);
    std::erase_if(files, [](const std::string& path) { return !matters(path); });
    if (!files.empty()) preview.renew(files.size(), events);
  }
}

}  // namespace

ExitCode preview(const PreviewCommand& command, const Console& console) {
  const Result<std::string> root = find_pack_root(command.pack.empty() ? "." : command.pack);
  if (!root.ok()) return console.say(root.error()), ExitCode::Unreadable;
  Result<FolderWatch> watch = FolderWatch::over(folders_to_watch(root.value()));
  if (!watch.ok()) return console.say(watch.error()), ExitCode::Machine;
  FolderWatch folders = std::move(watch).value();
  Interruption interruption;
  Preview site(root.value(), command, console);
  const web::EventStream* stream = nullptr;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const web::ServerOptions options = {.first_event_id = static_cast<std::uint64_t>(
                                          std::chrono::duration_cast<std::chrono::seconds>(now).count())};
  const web::Handler handler = [&site, &stream](const web::Request& request) {
    return site.answer(request, *stream);
  };
  Result<web::Server> server = web::Server::listen(web::Loopback::V4, command.port, handler, options);
  if (!server.ok()) return console.say(server.error()), ExitCode::Machine;
  web::Server serving = std::move(server).value();
  stream = &serving.events();
  console.say(fmt::format("preview at {} (Ctrl-C ends)", serving.url()));
  std::atomic<bool> ended = false;
  std::thread watching([&] { watch_pack(folders, site, serving.events(), ended); });
  std::thread server_thread([&serving] { serving.run(2); });
  const Event never;
  interruption.wait(never);
  ended = true;
  serving.stop();
  server_thread.join();
  watching.join();
  return ExitCode::Done;
}

}  // namespace tsg
