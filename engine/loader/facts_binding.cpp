// SPDX-License-Identifier: MIT
#include "engine/loader/facts_binding.h"

#include <fmt/format.h>

#include <memory>

#include "engine/diagnostics/facts_codes.h"
#include "engine/loader/document_guess.h"
#include "engine/loader/facts_intake.h"
#include "engine/loader/facts_sources.h"
#include "engine/loader/present_time.h"
#include "engine/model/limits.h"
#include "engine/text/excerpt.h"
#include "engine/text/file.h"
#include "engine/text/rfc3339.h"

namespace tsg {

namespace {

class FactsLoad {
 public:
  explicit FactsLoad(const Catalogue& catalogue)
      : catalogue_(catalogue), intake_(std::make_shared<FactsIntake>(catalogue)), loading_{Facts(catalogue)} {
    intake_->begin(loading_.facts);
  }

  void take_text(std::string_view file, std::string_view json) {
    const JsonText* text = intake_->parse(file, json, loading_.diagnostics);
    if (text == nullptr || !intake_->take_documents(*text, loading_.diagnostics)) loading_.refused = true;
  }

  FactsLoading run(const FactsRequest& request) && {
    for (const std::string& argument : request.sources) take_argument(argument);
    for (const std::string& key : request.without) intake_->forget_document(key);
    if (!request.overlay.empty()) take_overlay(request.overlay);
    if (!request.now.empty()) set_now(request.now);
    judge_age(loading_.facts);
    if (request.strictness == Strictness::Strict) make_strict();
    loading_.facts.keep(intake_);
    return std::move(loading_);
  }

 private:
  void take_argument(const std::string& argument) {
    const std::vector<FactsSource> sources = facts_sources(catalogue_, argument, loading_.diagnostics);
    if (sources.empty()) loading_.refused = true;
    for (const FactsSource& source : sources) {
      if (!take(source)) loading_.refused = true;
    }
  }

  // False: refused.
  bool take(const FactsSource& source) {
    Result<std::string> bytes = source.kind == FactsSource::Kind::StandardInput
                                    ? read_standard_input(bytes_left_)
                                    : read_file(source.path, bytes_left_);
    if (!bytes) {
      report(codes::facts_unreadable, source, bytes.error().message, bytes.error().help);
      return false;
    }
    bytes_left_ -= bytes.value().size();
    const JsonText* text = intake_->parse(source.path, bytes.value(), loading_.diagnostics);
    if (text == nullptr) return false;
    if (source.kind == FactsSource::Kind::Gathering) {
      intake_->take_gathering(*text, loading_.diagnostics);
      return true;
    }
    if (source.document) return intake_->take_document(*source.document, *text, loading_.diagnostics);
    return take_guessed(source, *text);
  }

  bool take_guessed(const FactsSource& source, const JsonText& text) {
    const DocumentGuess guess = guess_document(catalogue_, intake_->index(), text.root(), source.stem);
    switch (guess.kind) {
      case DocumentGuess::Kind::Documents:
        return intake_->take_documents(text, loading_.diagnostics);
      case DocumentGuess::Kind::One:
        report(
            codes::facts_bound, source,
            fmt::format("took `{}` as `{}`: {}", source.path, key_of(guess.documents.front()), guess.reason),
            "");
        return intake_->take_document(guess.documents.front(), text, loading_.diagnostics);
      case DocumentGuess::Kind::Tie:
        return refuse_tie(source, guess);
      case DocumentGuess::Kind::None:
        return leave_out(source);
    }
    return false;
  }

  bool refuse_tie(const FactsSource& source, const DocumentGuess& guess) {
    std::vector<std::string> keys;
    for (const std::uint32_t document : guess.documents) keys.push_back(key_of(document));
    report(codes::facts_unbound, source,
           fmt::format("`{}` fits these documents equally well: `{}`", source.path, fmt::join(keys, "`, `")),
           fmt::format("say which it is: `--facts {}={}`", keys.front(), source.path));
    return false;
  }

  // A folder may hold files that are no facts; a file that was named must be.
  bool leave_out(const FactsSource& source) {
    if (source.kind == FactsSource::Kind::FolderFile) {
      report(codes::facts_unknown_document, source,
             fmt::format("no catalogue declares a document `{}`", source.stem),
             document_help(catalogue_, source.stem));
      return true;
    }
    report(codes::facts_unbound, source, fmt::format("cannot tell which document `{}` is", source.path),
           fmt::format("say it: `--facts KEY={}`; {}", source.path, document_help(catalogue_, source.stem)));
    return false;
  }

  void set_now(const std::string& now) {
    if (!parse_rfc3339(now)) {
      loading_.diagnostics.push_back(make_diagnostic(codes::facts_now, {},
                                                     fmt::format("`{}` is no time", excerpt(now)),
                                                     "write RFC 3339: `2026-11-20T12:00:00Z`"));
      loading_.refused = true;
      return;
    }
    const auto text = std::make_shared<const std::string>(now);
    set_present_time(loading_.facts, *text);
    loading_.facts.keep(text);
  }

  void take_overlay(const std::string& overlay) {
    const JsonText* text = intake_->parse("documents", overlay, loading_.diagnostics);
    simdjson::dom::object documents;
    if (text == nullptr || text->root().get(documents) != simdjson::SUCCESS) {
      loading_.refused = true;
      return;
    }
    for (const simdjson::dom::key_value_pair member : documents) intake_->forget_document(member.key);
    if (!intake_->take_documents(*text, loading_.diagnostics)) loading_.refused = true;
  }

  void make_strict() {
    for (Diagnostic& each : loading_.diagnostics) {
      if (each.severity == Severity::Warning) each.severity = Severity::Error;
    }
    loading_.refused = loading_.refused || has_error(loading_.diagnostics);
  }

  const std::string& key_of(std::uint32_t document) const { return catalogue_.documents[document].key; }

  void report(const Code& code, const FactsSource& source, std::string message, std::string help) {
    loading_.diagnostics.push_back(
        make_diagnostic(code, {source.path, {}, 0, 0}, std::move(message), std::move(help)));
  }

  const Catalogue& catalogue_;
  std::shared_ptr<FactsIntake> intake_;
  FactsLoading loading_;
  std::size_t bytes_left_ = limits::facts_bytes;  // of all texts together
};

}  // namespace

void judge_age(Facts& facts) {
  const std::optional<double> now = parse_rfc3339(facts.now());
  const std::vector<CatalogueDocument>& documents = facts.catalogue().documents;
  for (std::uint32_t i = 0; now && i < documents.size(); ++i) {
    const std::optional<double> at = parse_rfc3339(facts.gathering(i).at);
    if (!at || !documents[i].max_age_seconds) continue;
    if (*now - *at > static_cast<double>(*documents[i].max_age_seconds)) facts.set_stale(i);
  }
}

FactsLoading load_facts(const Catalogue& catalogue, const FactsRequest& request) {
  return FactsLoad(catalogue).run(request);
}

FactsLoading load_facts_text(const Catalogue& catalogue, std::string_view file, std::string_view json,
                             const FactsRequest& request) {
  FactsLoad load(catalogue);
  load.take_text(file, json);
  return std::move(load).run(request);
}

}  // namespace tsg
