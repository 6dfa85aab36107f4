// SPDX-License-Identifier: MIT
// A small pack and resolutions of it, built by hand: two servers with a bad certificate, one question that
// stays open.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/composer/compose.h"

namespace tsg::test {

inline Segment words(std::string text) {
  return {.text = std::move(text)};
}

inline Segment slot(std::uint32_t placeholder, std::string words, SlotContext context = SlotContext::Text) {
  return {
      .kind = SegmentKind::Slot, .context = context, .placeholder = placeholder, .text = std::move(words)};
}

// A fence of code that holds a slot, as compiled articles have it.
inline Segment fence(SlotContext context, std::uint16_t run) {
  return {.context = context, .run = run, .text = std::string(run, '`')};
}

inline Segment mark(SegmentKind kind, std::string name = {}) {
  return {.kind = kind, .text = std::move(name)};
}

inline Span plain(std::string text, SpanStyle style = SpanStyle::Plain) {
  return {.style = style, .text = std::move(text)};
}
inline Span slot_span(std::uint32_t placeholder, std::string words, SpanStyle style = SpanStyle::Plain) {
  return {.style = style, .is_slot = true, .placeholder = placeholder, .text = std::move(words)};
}

inline Block block(BlockKind kind, std::vector<Span> spans, std::uint16_t level = 0, std::string marker = {},
                   std::uint16_t indent = 0) {
  return {
      .kind = kind, .level = level, .indent = indent, .marker = std::move(marker), .spans = std::move(spans)};
}

inline Document document(std::string path, std::string id, std::string type, CompiledArticle compiled) {
  Document made;
  made.article.path = std::move(path);
  made.article.header.properties = {{.key = "articleId", .value = std::move(id)},
                                    {.key = "selfHelpType", .value = std::move(type)}};
  made.compiled = std::move(compiled);
  return made;
}

inline Document titled(Document document, std::string title) {
  document.article.headings = {{.level = 1, .text = std::move(title)}};
  return document;
}

inline Document certificate_article() {
  CompiledArticle article = {.placeholders = {"GatewayName", "Server", "NotAfter"}};
  article.html = {
      words("<h1 id=\"renew-the-servers-certificate\">Renew the server's certificate</h1>\n"
            "<p>The certificate of <strong>"),
      slot(1, "[Server]"),
      words("</strong> behind gateway <strong>"),
      slot(0, "[GatewayName]"),
      words("</strong> ended on "),
      slot(2, "[NotAfter]"),
      words(" (UTC). The gateway trusts it no longer and answers <code>502</code>.</p>\n"
            "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Warning</p>\n"
            "<p>Requests fail until the new certificate is in place.</p>\n</div>\n"),
      mark(SegmentKind::AgentBegin),
      words("<p>Agents: ask for the serial number first.</p>\n"),
      mark(SegmentKind::AgentEnd),
      words("<h2 id=\"recommended-steps\">Recommended steps</h2>\n<ol>\n<li>Get a certificate for <code>"),
      slot(1, "[Server]", SlotContext::CodeSpan),
      words("</code> from the authority that signed the old one, see <a href=\"#what-to-check\">what to "
            "check</a>.</li>\n"
            "<li>Install it on the server and restart the site.</li>\n"
            "<li>Read the <a href=\"https://learn.example/gateway?name="),
      slot(0, "[GatewayName]", SlotContext::UrlQuery),
      words("\">guide to trusted roots</a>.</li>\n</ol>\n<pre><code>openssl s_client -connect "),
      slot(1, "[Server]", SlotContext::CodeBlock),
      words(
          "\n</code></pre>\n<h3 id=\"what-to-check\">What to check</h3>\n<table>\n<thead>\n<tr><th>Field</th>"
          "<th>Must be</th></tr>\n</thead>\n<tbody>\n<tr><td>Subject</td><td>"),
      slot(1, "[Server]", SlotContext::TableCell),
      words("</td></tr>\n<tr><td>Not after</td><td>a later day</td></tr>\n</tbody>\n</table>\n")};
  article.markdown = {
      words("# Renew the server's certificate\n\nThe certificate of **"),
      slot(1, "[Server]"),
      words("** behind gateway **"),
      slot(0, "[GatewayName]"),
      words("** ended on "),
      slot(2, "[NotAfter]"),
      words(" (UTC). The gateway trusts it no longer and answers `502`.\n\n> [!WARNING]\n"
            "> Requests fail until the new certificate is in place.\n\n"),
      mark(SegmentKind::AgentBegin),
      words("Agents: ask for the serial number first.\n\n"),
      mark(SegmentKind::AgentEnd),
      words("## Recommended steps\n\n1. Get a certificate for "),
      fence(SlotContext::CodeSpan, 1),
      words(" "),
      slot(1, "[Server]", SlotContext::CodeSpan),
      words(" "),
      fence(SlotContext::CodeSpan, 1),
      words(" from the authority that signed the old one, see [what to check](#what-to-check).\n"
            "2. Install it on the server and restart the site.\n"
            "3. Read the [guide to trusted roots](https://learn.example/gateway?name="),
      slot(0, "[GatewayName]", SlotContext::UrlQuery),
      words(").\n\n"),
      fence(SlotContext::CodeBlock, 3),
      words("\nopenssl s_client -connect "),
      slot(1, "[Server]", SlotContext::CodeBlock),
      words("\n# not a heading\n"),
      fence(SlotContext::CodeBlock, 3),
      words("\n\n### What to check\n\n| Field | Must be |\n| --- | --- |\n| Subject | "),
      slot(1, "[Server]", SlotContext::TableCell),
      words(" |\n| Not after | a later day |\n")};
  using B = BlockKind;
  article.blocks = {
      block(B::Heading, {plain("Renew the server's certificate")}, 1),
      block(B::Paragraph,
            {plain("The certificate of "), slot_span(1, "[Server]", SpanStyle::Strong),
             plain(" behind gateway "), slot_span(0, "[GatewayName]", SpanStyle::Strong), plain(" ended on "),
             slot_span(2, "[NotAfter]"), plain(" (UTC). The gateway trusts it no longer and answers "),
             plain("502", SpanStyle::Code), plain(".")}),
      block(B::Alert, {plain("Warning")}, 1, "WARNING"),
      block(B::Quote, {plain("Requests fail until the new certificate is in place.")}, 1),
      block(B::AgentBegin, {}),
      block(B::Paragraph, {plain("Agents: ask for the serial number first.")}),
      block(B::AgentEnd, {}),
      block(B::Heading, {plain("Recommended steps")}, 2),
      block(B::ListItem,
            {plain("Get a certificate for "), slot_span(1, "[Server]", SpanStyle::Code),
             plain(" from the authority that signed the old one, see what to check.")},
            1, "1."),
      block(B::ListItem, {plain("Install it on the server and restart the site.")}, 1, "2."),
      block(B::ListItem,
            {plain("Read the "),
             {.style = SpanStyle::Link,
              .text = "guide to trusted roots",
              .url = "https://learn.example/gateway"},
             plain(".")},
            1, "3."),
      block(B::Code,
            {plain("openssl s_client -connect "), slot_span(1, "[Server]"), plain("\n# not a heading\n")}),
      block(B::Heading, {plain("What to check")}, 3),
      block(B::TableRow, {plain("Field"), plain("\t"), plain("Must be")}, 1),
      block(B::TableRow, {plain("Subject"), plain("\t"), slot_span(1, "[Server]")}),
      block(B::TableRow, {plain("Not after"), plain("\t"), plain("a later day")})};
  return titled(document("guides/gateway-502/outcomes/renew-certificate.md", "renew-certificate",
                         "diagnostics", std::move(article)),
                "Renew the server's certificate");
}

inline Document short_article(const std::string& path, const std::string& id, const std::string& type,
                              const std::string& title, const std::string& text) {
  CompiledArticle article;
  article.html = {words("<h1>" + title + "</h1>\n<p>" + text + "</p>\n")};
  article.markdown = {words("# " + title + "\n\n" + text + "\n")};
  article.blocks = {block(BlockKind::Heading, {plain(title)}, 1), block(BlockKind::Paragraph, {plain(text)})};
  return titled(document(path, id, type, std::move(article)), title);
}

inline Step step(std::string id, std::string question, std::vector<std::pair<std::string, Target>> next) {
  Step made = {.id = std::move(id), .title = question, .question = std::move(question)};
  for (auto& [option, target] : next) {
    std::string wording = option;
    made.options.push_back({.id = option, .wording = std::move(wording)});
    made.next.push_back({.option = option, .target = std::move(target)});
  }
  return made;
}

inline Target to_step(std::string id) {
  return {.id = std::move(id)};
}
inline Target to_outcome(std::string id) {
  return {.kind = TargetKind::Outcome, .id = std::move(id)};
}

inline Pack sample_pack() {
  Guide guide = {.id = "gateway-502",
                 .version = "1.2.0",
                 .domain = "gateway",
                 .title = "The gateway answers 502",
                 .start = "scope",
                 .reviewed = "2026-10-01",
                 .digest = "a3f1"};
  guide.steps = {
      step("scope", "Which requests fail?", {{"all", to_step("pool-empty")}, {"some", to_step("tls-error")}}),
      step("pool-empty", "Is the back-end pool empty?",
           {{"yes", to_outcome("add-servers")}, {"no", to_step("tls-error")}}),
      step("tls-error", "Why does the TLS handshake with the server fail?",
           {{"expired", to_outcome("renew-certificate")}, {"none", to_step("nsg")}}),
      step("nsg", "Does a security rule block the probe?",
           {{"yes", to_outcome("open-rule")}, {"no", to_outcome("gone")}})};
  guide.steps[2].options[0].wording = "The certificate has ended";
  guide.outcomes = {{"renew-certificate", 0}, {"add-servers", 1}, {"open-rule", 2}, {"listener", 4}};
  guide.summary = 3;
  Pack pack = {.id = "sample", .guides = {guide}};
  pack.documents = {certificate_article(),
                    short_article("guides/gateway-502/outcomes/add-servers.md", "add-servers", "diagnostics",
                                  "Add servers to the pool", "The pool has no servers."),
                    short_article("guides/gateway-502/outcomes/open-rule.md", "open-rule", "diagnostics",
                                  "Let the probe through", "A security rule stops the probe."),
                    short_article("guides/gateway-502/summary.md", "gateway-502", "TSG_Description",
                                  "The gateway answers 502", "Clients of the gateway see 502 Bad Gateway."),
                    short_article("guides/gateway-502/outcomes/listener.md", "listener", "diagnostics",
                                  "A listener has no rule", "Requests to it are refused.")};
  return pack;
}

inline Verdict verdict(std::string option, std::string rule, std::uint32_t line,
                       std::vector<Evidence> evidence) {
  return {.kind = VerdictKind::Answer,
          .option = std::move(option),
          .rule = "gateway/" + rule,
          .rule_file = "rules/gateway/" + rule + ".lua",
          .rule_line = line,
          .evidence = std::move(evidence)};
}

inline Evidence fact(std::string path, std::string value, DataClass data_class = DataClass::Customer) {
  return {std::move(path), std::move(value), data_class, "2026-11-20T11:59:00Z"};
}

inline FilledValue given(std::string name, std::string value, DataClass data_class = DataClass::Customer) {
  return {std::move(name), std::move(value), ValueOrigin::Finding, "gateway/tls-error", data_class};
}

inline FilledArticle certificate_values(const std::string& server) {
  return {.subject = server,
          .values = {given("GatewayName", "gw-prod <1>"), given("Server", server),
                     given("NotAfter", "2026-11-01T00:00:00Z")}};
}

// scope (agent), pool-empty (rule), then a fork: two servers whose certificate ended, one whose question is
// open.
inline Resolution sample_resolution() {
  Resolution resolution = {.guide = "gateway-502",
                           .guide_version = "1.2.0",
                           .guide_title = "The gateway answers 502",
                           .digest = "a3f1",
                           .engine_version = "0.1.0",
                           .now = "2026-11-20T12:00:00Z"};
  const auto at = [](std::size_t parent, std::string id, std::string subject) {
    return Visit{
        .parent = parent, .guide = "gateway-502", .step = std::move(id), .subject = std::move(subject)};
  };
  Visit scope = at(no_visit, "scope", "");
  scope.answered_by = AnsweredBy::Agent;
  scope.option = "all";
  scope.target = to_step("pool-empty");
  Visit pool = at(0, "pool-empty", "");
  pool.verdict =
      verdict("yes", "pool-empty", 12, {fact("applicationGateway.backendAddressPools[0].name", "web")});
  pool.answered_by = AnsweredBy::Agent;
  pool.option = "no";
  pool.reason = "two servers were added at 11:58";
  pool.target = to_step("tls-error");
  Visit fork = at(1, "tls-error", "");
  fork.fork_verdict = verdict("", "servers", 4, {fact("backendHealth.servers", "(3 items)")});
  fork.answered_by = AnsweredBy::Rule;
  fork.subjects = {"10.0.0.4", "10.0.0.5", "10.0.0.6"};
  resolution.visits = {scope, pool, fork};
  for (const std::string server : {"10.0.0.4", "10.0.0.5"}) {
    Visit tls = at(2, "tls-error", server);
    tls.verdict = verdict("expired", "tls-error", 31,
                          {fact("certificates." + server + ".notAfter", "2026-11-01T00:00:00Z"),
                           fact("hosts." + server + ".rack", "r-17", DataClass::Internal)});
    tls.answered_by = AnsweredBy::Rule;
    tls.option = "expired";
    tls.target = to_outcome("renew-certificate");
    resolution.outcomes.push_back({.guide = "gateway-502",
                                   .target = to_outcome("renew-certificate"),
                                   .title = "Renew the server's certificate",
                                   .visit = resolution.visits.size(),
                                   .subject = server,
                                   .parts = {certificate_values(server)}});
    resolution.visits.push_back(tls);
  }
  Visit none = at(2, "tls-error", "10.0.0.6");
  none.verdict = verdict("none", "tls-error", 35, {});
  none.answered_by = AnsweredBy::Rule;
  none.option = "none";
  none.target = to_step("nsg");
  Visit open = at(5, "nsg", "10.0.0.6");
  Need need = {.path = "backendNsg",
               .expected = "a list",
               .found = "nothing",
               .gather = {"az", "network", "nsg", "rule list", "-g", "{resourceGroup}", "--query",
                          "[?access=='Deny']"}};
  open.verdict = {.kind = VerdictKind::Unknown,
                  .needs = {need},
                  .rule = "gateway/nsg",
                  .rule_file = "rules/gateway/nsg.lua"};
  resolution.visits.push_back(none);
  resolution.visits.push_back(open);
  resolution.open = {{.guide = "gateway-502",
                      .step = "nsg",
                      .subject = "10.0.0.6",
                      .visit = 6,
                      .title = "Does a security rule block the probe?",
                      .question = "Does a security rule block the probe?",
                      .options = {{.id = "yes", .wording = "yes"}, {.id = "no", .wording = "no"}},
                      .needs = {need},
                      .inputs = {"RuleName"}}};
  return resolution;
}

}  // namespace tsg::test
