// SPDX-License-Identifier: MIT
#include "engine/loader/pack_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/catalogue_reader.h"
#include "engine/loader/document_reader.h"
#include "engine/loader/edge_reader.h"
#include "engine/loader/guide_links.h"
#include "engine/loader/guide_reader.h"
#include "engine/loader/locale_reader.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/required_domains.h"
#include "engine/loader/site_settings_reader.h"
#include "engine/loader/step_words.h"
#include "engine/loader/toml_document.h"
#include "engine/loader/translation_files.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/digest.h"
#include "engine/text/file.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

// Which free-standing articles are read: all of them, or only when a guide leads to one.
enum class Articles { All, WhenNamed };

// Builds one Pack; every step appends to it and to the diagnostics.
class PackReader {
 public:
  explicit PackReader(const std::string& root) : root_(root) { reading_.pack.root = root; }

  void read_settings();
  void read_portal(TomlDocument& document, const toml::table& table);
  void read_levels(TomlDocument& document, const toml::table& levels);
  void read_guide_folder(const std::string& id);
  void read_guides_from(std::string_view first);
  void read_domain_folder(const std::string& domain);
  void read_other_modules();
  void read_domains();
  void read_articles(Articles which);
  void finish();

  bool has_guide_folder(std::string_view id) const {
    return has_file(root_, fmt::format("guides/{}/guide.toml", id));
  }
  std::vector<std::string> guide_folders() const;
  void complain(Diagnostic diagnostic) { reading_.diagnostics.push_back(std::move(diagnostic)); }
  PackReading take() { return std::move(reading_); }

 private:
  std::optional<std::string> bytes_of(const std::string& path, std::size_t max_bytes);
  std::size_t add_document(const std::string& path);
  void read_rule(const std::string& domain, const std::string& path, bool is_module);
  void read_modules(const std::string& domain);
  void add_outcomes(Guide& guide);
  void add_step_words(Guide& guide, Step& step);
  bool leads_to_article() const;
  void warn_of_twins();
  std::string digest_of(const Guide& guide) const;

  std::string root_;
  PackReading reading_ = {};
  std::vector<std::pair<std::string, std::string>> digests_ = {};  // path, digest of every file read
};

std::optional<std::string> PackReader::bytes_of(const std::string& path, std::size_t max_bytes) {
  Result<std::string> bytes = read_file(root_ + "/" + path, max_bytes);
  if (bytes.ok()) {
    digests_.emplace_back(path, sha256_hex(bytes.value()));
    return std::move(bytes).value();
  }
  complain(
      make_diagnostic(codes::file_unreadable, {path, {}, 0, 0}, bytes.error().message, bytes.error().help));
  return std::nullopt;
}

std::vector<std::string> PackReader::guide_folders() const {
  std::vector<std::string> ids = folders_in(root_, "guides");
  std::erase_if(ids, [this](const std::string& id) { return !has_guide_folder(id); });
  return ids;
}

void PackReader::read_settings() {
  const auto bytes = bytes_of("tsg.toml", limits::toml_bytes);
  if (!bytes) return;
  TomlDocument document("tsg.toml", *bytes);
  if (document.readable()) {
    Pack& pack = reading_.pack;
    const toml::table& root = document.root();
    pack.id = document.string_of(root, "id").value_or("");
    pack.version = document.string_of(root, "version").value_or("");
    pack.title = document.string_of(root, "title").value_or("");
    pack.clouds = document.strings_of(root, "clouds").value_or(std::vector<std::string>());
    pack.audiences = document.strings_of(root, "audiences").value_or(std::vector<std::string>());
    pack.locales = read_locales(document, root);
    if (const toml::table* levels = document.table_of(root, "check")) read_levels(document, *levels);
    if (const toml::table* portal = document.table_of(root, "portal")) read_portal(document, *portal);
    if (const toml::table* site = document.table_of(root, "site"))
      pack.site = read_site_settings(document, *site);
    document.report_unknown_keys(
        root,
        {"format", "id", "version", "title", "clouds", "audiences", "locales", "check", "portal", "site"},
        "tsg.toml");
  }
  append(reading_.diagnostics, std::move(document).take_diagnostics());
}

void PackReader::read_portal(TomlDocument& document, const toml::table& table) {
  PortalSettings& portal = reading_.pack.portal;
  if (const auto blades = document.string_of(table, "blades")) {
    portal.blades = *blades == "link" ? BladeUse::Link : BladeUse::Action;
    if (*blades != "link" && *blades != "action") {
      document.report(codes::portal_setting_odd, table.get("blades")->source(),
                      fmt::format("`{}` is nothing that a link to a blade can become", *blades),
                      "write `action` or `link`");
    }
  }
  if (const auto address = document.string_of(table, "address")) {
    if (address->starts_with("https://") && !address->ends_with('/')) {
      portal.address = *address;
    } else {
      document.report(codes::portal_setting_odd, table.get("address")->source(),
                      fmt::format("`{}` is no address of a portal", *address),
                      "write `https://` and the host, without a `/` at the end");
    }
  }
  document.report_unknown_keys(table, {"blades", "address"}, "[portal]");
}

void PackReader::read_levels(TomlDocument& document, const toml::table& levels) {
  for (const TomlEntry& entry : entries_in_order(levels)) {
    if (entry.name() == "exclude") {
      reading_.pack.check_excluded =
          document.strings_of(levels, "exclude").value_or(std::vector<std::string>());
      continue;
    }
    const auto level = document.string_of(levels, entry.name());
    if (!level) continue;
    if (*level == "off" || *level == "info" || *level == "warning" || *level == "error") {
      reading_.pack.check_levels.emplace(entry.name(), *level);
    } else {
      document.report(codes::check_level_unknown, entry.value->source(),
                      fmt::format("`{}` is no level", *level), "write `off`, `info`, `warning` or `error`");
    }
  }
}

std::size_t PackReader::add_document(const std::string& path) {
  std::vector<Document>& documents = reading_.pack.documents;
  const auto known = std::find_if(documents.begin(), documents.end(),
                                  [&path](const Document& each) { return each.article.path == path; });
  if (known != documents.end()) return static_cast<std::size_t>(known - documents.begin());
  DocumentReading reading = read_document(root_, path, reading_.pack.portal);
  append(reading_.diagnostics, reading.diagnostics);
  digests_.emplace_back(path, reading.document.article.digest);
  documents.push_back(std::move(reading.document));
  return documents.size() - 1;
}

void PackReader::add_outcomes(Guide& guide) {
  for (const std::string& folder :
       {fmt::format("guides/{}/outcomes", guide.id), std::string("guides/shared/outcomes")}) {
    for (const std::string& path : files_in(root_, folder, ".md")) {
      const std::string id = stem_of(path);
      if (guide.outcome(id) != nullptr) continue;
      guide.outcomes.push_back({id, add_document(path)});
    }
  }
}

void PackReader::add_step_words(Guide& guide, Step& step) {
  const std::string path = fmt::format("guides/{}/steps/{}.md", guide.id, step.id);
  if (!has_file(root_, path)) {
    complain(make_diagnostic(codes::step_article_missing, step.place,
                             fmt::format("step `{}` has no article", step.id),
                             fmt::format("write {} with the question as its H1", path)));
    return;
  }
  step.document = add_document(path);
  const Article& article = reading_.pack.documents[step.document].article;
  const StepWords words = read_step_words(article);
  step.title = words.title;
  step.question = words.question;
  for (const OptionWording& answer : words.answers) {
    const auto option = std::find_if(step.options.begin(), step.options.end(),
                                     [&answer](const Option& each) { return each.id == answer.option; });
    if (option != step.options.end()) {
      option->wording = answer.wording;
      continue;
    }
    const Source source(path, article.text);
    complain(source.diagnose(
        codes::option_without_wording, answer.range,
        fmt::format("step `{}` has no option `{}`", step.id, answer.option),
        fmt::format("add `next.{} = \"...\"` to guide.toml, or take the line out", answer.option)));
  }
  for (Option& option : step.options) {
    if (!option.wording.empty()) continue;
    option.wording = option.id;
    std::replace(option.wording.begin(), option.wording.end(), '-', ' ');
  }
}

void PackReader::read_guide_folder(const std::string& id) {
  const std::string path = fmt::format("guides/{}/guide.toml", id);
  const auto bytes = bytes_of(path, limits::toml_bytes);
  if (!bytes) return;
  TomlDocument document(path, *bytes);
  if (!document.readable()) return append(reading_.diagnostics, std::move(document).take_diagnostics());
  Guide guide = read_guide(document);
  append(reading_.diagnostics, std::move(document).take_diagnostics());
  if (guide.id != id) {
    complain(make_diagnostic(codes::bad_id, {path, {}, 0, 0},
                             fmt::format("the guide in guides/{} calls itself `{}`", id, guide.id),
                             fmt::format("write `id = \"{}\"`, or rename the folder", id)));
    guide.id = id;
  }
  const std::string summary = fmt::format("guides/{}/summary.md", id);
  if (has_file(root_, summary)) guide.summary = add_document(summary);
  for (Step& step : guide.steps) add_step_words(guide, step);
  add_outcomes(guide);
  if (guide.title.empty() && guide.summary != SIZE_MAX) {
    guide.title = reading_.pack.documents[guide.summary].article.title();
  }
  if (guide.title.empty()) guide.title = guide.id;
  reading_.pack.guides.push_back(std::move(guide));
}

std::vector<std::string> guides_named_in(const Guide& guide) {
  std::vector<std::string> ids;
  const auto add = [&ids](const Target& target) {
    if (target.kind == TargetKind::Guide) ids.push_back(target.id);
  };
  for (const Step& step : guide.steps) {
    for (const Edge& edge : step.next) add(edge.target);
    for (const auto& edge : {step.on_unknown, step.on_not_applicable, step.on_no_subjects}) {
      if (edge) add(edge->target);
    }
  }
  for (const Check& check : guide.checks) add(check.shows);
  return ids;
}

void PackReader::read_guides_from(std::string_view first) {
  std::vector<std::string> wanted = {std::string(first)};
  for (std::size_t at = 0; at < wanted.size(); ++at) {
    if (!has_guide_folder(wanted[at])) continue;
    read_guide_folder(wanted[at]);
    const Guide* guide = reading_.pack.guide(wanted[at]);
    if (guide == nullptr) continue;
    for (const std::string& id : guides_named_in(*guide)) {
      if (std::find(wanted.begin(), wanted.end(), id) == wanted.end()) wanted.push_back(id);
    }
  }
}

void PackReader::read_rule(const std::string& domain, const std::string& path, bool is_module) {
  const auto bytes = bytes_of(path, limits::rule_bytes);
  if (!bytes) return;
  const std::string id = stem_of(path);
  reading_.pack.rules.push_back({domain, is_module ? "lib." + id : id, is_module, path, *bytes});
}

void PackReader::read_domain_folder(const std::string& domain) {
  const std::string folder = fmt::format("rules/{}", domain);
  for (const std::string& path : files_in(root_, folder, ".lua")) read_rule(domain, path, false);
  read_modules(domain);
  const std::string path = folder + "/facts.toml";
  if (!has_file(root_, path)) {
    complain(make_diagnostic(
        codes::catalogue_missing, {path, {}, 0, 0}, fmt::format("rule domain `{}` has no catalogue", domain),
        fmt::format("write {}: which facts there are, their types, how each is gathered", path)));
    return;
  }
  const auto bytes = bytes_of(path, limits::toml_bytes);
  if (!bytes) return;
  CatalogueReading reading = read_catalogue(domain, path, *bytes);
  append(reading_.diagnostics, reading.diagnostics);
  reading_.pack.catalogues.push_back(std::move(reading.catalogue));
}

void PackReader::read_modules(const std::string& domain) {
  for (const std::string& path : files_in(root_, fmt::format("rules/{}/lib", domain), ".lua")) {
    read_rule(domain, path, true);
  }
}

// Every domain's modules can be required by every rule (docs/rule-format.md).
void PackReader::read_other_modules() {
  std::set<std::string> read;
  for (const RuleSource& source : reading_.pack.rules) read.insert(source.domain);
  for (const std::string& domain : folders_in(root_, "rules")) {
    if (read.count(domain) == 0) read_modules(domain);
  }
}

void PackReader::read_domains() {
  std::set<std::string> domains;
  for (const Guide& guide : reading_.pack.guides) {
    if (!guide.domain.empty()) domains.insert(guide.domain);
  }
  for (const std::string& domain : domains) read_domain_folder(domain);
  read_other_modules();
}

bool PackReader::leads_to_article() const {
  const auto article = [](const Target& target) { return target.kind == TargetKind::Article; };
  const auto edge_to_article = [&article](const Edge& edge) { return article(edge.target); };
  for (const Guide& guide : reading_.pack.guides) {
    for (const Step& step : guide.steps) {
      if (std::any_of(step.next.begin(), step.next.end(), edge_to_article)) return true;
      for (const auto& edge : {step.on_unknown, step.on_not_applicable, step.on_no_subjects}) {
        if (edge && article(edge->target)) return true;
      }
    }
    for (const Check& check : guide.checks) {
      if (article(check.shows)) return true;
    }
  }
  return false;
}

void PackReader::read_articles(Articles which) {
  if (which == Articles::WhenNamed && !leads_to_article()) return;
  for (const std::string& path : originals_below(root_, "guides/articles", ".md")) add_document(path);
}

void PackReader::warn_of_twins() {
  std::vector<std::pair<std::string, const Article*>> seen;
  for (const Document& document : reading_.pack.documents) {
    const std::string id = ascii_lowered(document.article.id());
    if (id.empty()) continue;
    const auto twin =
        std::find_if(seen.begin(), seen.end(), [&id](const auto& each) { return each.first == id; });
    if (twin == seen.end()) {
      seen.emplace_back(id, &document.article);
      continue;
    }
    complain(make_diagnostic(
        codes::duplicate_article, {document.article.path, {}, 1, 1},
        fmt::format("articleId `{}` is also that of {}", document.article.id(), twin->second->path),
        "give one of them another articleId"));
  }
}

std::string PackReader::digest_of(const Guide& guide) const {
  auto files = digests_;
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  std::string all = guide.id + "\n";
  std::vector<std::string> folders = {fmt::format("guides/{}/", guide.id), "guides/shared/",
                                      "guides/articles/", fmt::format("rules/{}/", guide.domain)};
  for (const std::string& domain : domains_reached_from(guide.domain, reading_.pack.rules)) {
    if (domain != guide.domain) folders.push_back(fmt::format("rules/{}/lib/", domain));
  }
  for (const auto& [path, digest] : files) {
    const auto holds = [&file = path](const std::string& folder) { return file.starts_with(folder); };
    if (std::any_of(folders.begin(), folders.end(), holds)) all += fmt::format("{} {}\n", digest, path);
  }
  return sha256_hex(all);
}

void PackReader::finish() {
  Pack& pack = reading_.pack;
  for (Guide& guide : pack.guides) bind_names(guide, pack, reading_.diagnostics);
  for (const Guide& guide : pack.guides) check_links(guide, pack, reading_.diagnostics);
  for (Guide& guide : pack.guides) guide.digest = digest_of(guide);
  warn_of_twins();
}

}  // namespace

PackReading read_pack(const std::string& root) {
  PackReader reader(root);
  reader.read_settings();
  for (const std::string& id : reader.guide_folders()) reader.read_guide_folder(id);
  reader.read_domains();
  reader.read_articles(Articles::All);
  reader.finish();
  return reader.take();
}

PackReading read_pack_for(const std::string& root, std::string_view guide) {
  PackReader reader(root);
  reader.read_settings();
  if (!valid_id(guide) || !reader.has_guide_folder(guide)) {
    const std::vector<std::string> ids = reader.guide_folders();
    const auto meant = nearest_name(guide, ids);
    reader.complain(make_diagnostic(codes::guide_unknown, {},
                                    fmt::format("the pack has no guide `{}`", guide),
                                    meant         ? fmt::format("did you mean `{}`?", *meant)
                                    : ids.empty() ? "the pack has no guides: add guides/<id>/guide.toml"
                                                  : fmt::format("it has {}", fmt::join(ids, ", "))));
    return reader.take();
  }
  reader.read_guides_from(guide);
  reader.read_domains();
  reader.read_articles(Articles::WhenNamed);
  reader.finish();
  return reader.take();
}

PackReading read_guides(const std::string& root) {
  PackReader reader(root);
  reader.read_settings();
  for (const std::string& id : reader.guide_folders()) reader.read_guide_folder(id);
  return reader.take();
}

PackReading read_settings(const std::string& root) {
  PackReader reader(root);
  reader.read_settings();
  return reader.take();
}

PackReading read_domain(const std::string& root, std::string_view domain) {
  PackReader reader(root);
  reader.read_settings();
  reader.read_domain_folder(std::string(domain));
  reader.read_other_modules();
  return reader.take();
}

}  // namespace tsg
