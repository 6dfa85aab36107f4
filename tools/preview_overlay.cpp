// SPDX-License-Identifier: MIT
#include "tools/preview_overlay.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/text_form.h"
#include "renderers/escape_html.h"

namespace tsg::overlay {

namespace {

std::string text_of(const Diagnostics& diagnostics) {
  std::string text;
  for (std::size_t i = 0; i < std::min(diagnostics.size(), shown_problems); ++i) {
    text += to_text(diagnostics[i], Colour::Never);
  }
  if (diagnostics.size() <= shown_problems) return text;
  return text + fmt::format("and {} more: run `tsg check`\n", diagnostics.size() - shown_problems);
}

// Ids of events are counted from 1, and of a page before the first event 0 is asked for.
std::string tags(std::optional<std::uint64_t> newest_event) {
  return fmt::format(
      "<link rel=\"stylesheet\" href=\"{}\">\n<script src=\"{}\" data-since=\"{}\" data-problems=\"{}\" "
      "defer></script>\n",
      style_path, script_path, newest_event.value_or(0), problems_path);
}

}  // namespace

std::string problems_overlay(const Diagnostics& diagnostics) {
  if (diagnostics.empty()) return "";
  return fmt::format(
      "<section id=\"tsg-problems\" class=\"{}\" role=\"alert\" aria-label=\"Problems of the sources\">\n"
      "<details open>\n<summary>{}</summary>\n<pre tabindex=\"0\">{}</pre>\n</details>\n</section>\n",
      has_error(diagnostics) ? "tsg-errors" : "tsg-warnings", html(count_text(diagnostics)),
      html(text_of(diagnostics)));
}

std::string add_preview(std::string page, std::string_view overlay,
                        std::optional<std::uint64_t> newest_event) {
  const std::size_t end = page.rfind("</body>");
  page.insert(end == std::string::npos ? page.size() : end, std::string(overlay) + tags(newest_event));
  return page;
}

std::string problems_page(const Diagnostics& diagnostics, std::optional<std::uint64_t> newest_event) {
  const std::string page = fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Error: {}</title>\n</head>\n"
      "<body>\n<main><h1>Nothing could be built</h1></main>\n</body>\n</html>\n",
      html(count_text(diagnostics)));
  return add_preview(page, problems_overlay(diagnostics), newest_event);
}

std::string_view preview_script() {
  return R"js("use strict";
(() => {
  const own = document.currentScript.dataset;
  const key = "tsg-preview-place " + location.pathname + location.search;
  let asked = 0;

  function keepPlace() {
    sessionStorage.setItem(key, JSON.stringify([scrollX, scrollY]));
  }

  // Once for an event, or a page with an old number would reload for ever.
  function reloadFor(event) {
    const done = "tsg-preview-reloaded " + location.pathname + location.search;
    if (sessionStorage.getItem(done) === event.lastEventId) return;
    sessionStorage.setItem(done, event.lastEventId);
    keepPlace();
    location.reload();
  }

  function restorePlace() {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (kept !== null) scrollTo(...JSON.parse(kept));
  }

  function showOverlay(markup) {
    const before = document.getElementById("tsg-problems");
    const parsed = new DOMParser().parseFromString(markup, "text/html").getElementById("tsg-problems");
    const folded = before && !before.querySelector("details").open;
    if (before) before.remove();
    if (!parsed) return;
    if (folded) parsed.querySelector("details").open = false;
    document.body.append(parsed);
  }

  // Answers may overtake each other: only the last question's counts.
  async function fetchProblems() {
    const question = ++asked;
    const answer = await fetch(own.problems, { cache: "no-store" });
    const markup = await answer.text();
    if (answer.ok && question === asked) showOverlay(markup);
  }

  addEventListener("load", restorePlace);
  const events = new EventSource("/events?since=" + own.since);
  events.addEventListener("reload", reloadFor);
  events.addEventListener("problems", () => { fetchProblems().catch(() => {}); });
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
)js";
}

std::string_view preview_style() {
  return R"css(#tsg-problems {
  position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 60vh; overflow: auto;
  margin: 0; padding: 0.5rem 1rem; background: #fff; color: #1b1b1b; border-top: 4px solid #b3261e;
}
#tsg-problems.tsg-warnings { border-top-color: #8a5a00; }
#tsg-problems summary { font: bold 1rem system-ui, sans-serif; cursor: pointer; min-height: 1.5rem; }
#tsg-problems pre { margin: 0.5rem 0; font: 0.875rem/1.5 ui-monospace, monospace; overflow-x: auto; }
@media (prefers-color-scheme: dark) {
  #tsg-problems { background: #1b1b1b; color: #f2f2f2; border-top-color: #ff8a80; }
  #tsg-problems.tsg-warnings { border-top-color: #ffca66; }
}
@media print { #tsg-problems { display: none; } }
)css";
}

}  // namespace tsg::overlay
