// SPDX-License-Identifier: MIT
// All pages of a site as a browser's parser sees them, without opening each.
import { pages, text } from "./site_files.mjs";

// Runs inside the browser.
function describe(source) {
  const page = new DOMParser().parseFromString(source, "text/html");
  const all = (selector) => [...page.querySelectorAll(selector)];
  const given = (selector, name) => all(selector).map((each) => each.getAttribute(name));
  return {
    lang: page.documentElement.lang,
    title: page.title.trim(),
    description: page.querySelector("meta[name=description]")?.content ?? null,
    canonical: given("link[rel~=canonical]", "href"),
    alternates: given("link[hreflang]", "hreflang"),
    refresh: page.querySelector("meta[http-equiv=refresh]")?.content ?? null,
    robots: page.querySelector("meta[name=robots]")?.content ?? null,
    headings: all("h1,h2,h3,h4,h5,h6").map((each) => ({ level: Number(each.localName[1]), text: each.textContent.trim() })),
    ids: given("[id]", "id"),
    links: [...given("a[href]", "href"), ...given("form[action]", "action")],
    resources: [...given("link[href]:not([rel~=canonical]):not([hreflang])", "href"), ...given("[src]", "src")],
    inline: all("script:not([src]):not([type='application/ld+json']):not([type='application/json']), style, [style]").length +
      all("*").filter((each) => [...each.attributes].some((one) => one.name.startsWith("on"))).length,
    data: all("script[type='application/ld+json']").map((each) => each.textContent),
  };
}

// Map of path to what `describe` says of the page.
export async function documents(page, folder) {
  const found = new Map();
  for (const path of pages(folder)) found.set(path, await page.evaluate(describe, text(folder, path)));
  return found;
}
