// SPDX-License-Identifier: MIT
#include "renderers/html_page.h"

#include "renderers/escape_html.h"
#include "renderers/html_article.h"
#include "renderers/html_fragment.h"
#include "renderers/page_style.h"
#include "renderers/words.h"

namespace tsg {

namespace {

struct Page {
  std::string title = {};    // plain text
  std::string heading = {};  // HTML of the H1
  std::string meta = {};     // plain text below it
  std::string content = {};
  std::string footer = {};  // HTML
};

// Only a page with pictures may fetch pictures.
std::string policy(const Page& page) {
  const bool pictures = page.content.find("<img ") != std::string::npos;
  const std::string images = pictures ? "img-src 'self' https: data:; " : "";
  return "default-src 'none'; " + images + "style-src " + page_style_hash() +
         "; base-uri 'none'; form-action 'none'";
}

std::string frame(const Page& page) {
  std::string out = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy(page) + "\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  append_html_line(out, page.title);
  out += "</title>\n<style>";
  out += page_style();
  out += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n";
  out += "<div class=\"column\">\n<header>\n<h1>" + page.heading + "</h1>\n";
  if (!page.meta.empty()) out += "<p class=\"meta\">" + html(page.meta) + "</p>\n";
  out += "</header>\n<main id=\"main\" tabindex=\"-1\">\n" + page.content + "</main>\n";
  if (!page.footer.empty()) out += "<footer class=\"meta\">" + page.footer + "</footer>\n";
  return out + "</div>\n</body>\n</html>\n";
}

std::string guide_footer(const ComposedGuide& guide) {
  std::string footer;
  if (!guide.engine_version.empty()) footer += "<p>Made by tsg " + html(guide.engine_version) + "</p>";
  if (!guide.digest.empty()) footer += "<p>Guide digest <code>" + html(guide.digest) + "</code></p>";
  return footer;
}

}  // namespace

std::string render_html_page(const ComposedGuide& guide) {
  return frame({.title = guide.title,
                .heading = html(guide.title),
                .meta = provenance(guide),
                .content = render_html_fragment(guide),
                .footer = guide_footer(guide)});
}

std::string render_html_page(const ComposedArticle& article) {
  return frame({.title = article.title,
                .heading = article_heading_html(article),
                .content = render_html_fragment(article)});
}

}  // namespace tsg
