// SPDX-License-Identifier: MIT
#include "renderers/resolution_json.h"

#include <optional>
#include <vector>

#include "engine/text/json_writer.h"

namespace tsg {

namespace {

// Overloads `write` name the members of each type in the order of the format.
class ResolutionWriter {
 public:
  explicit ResolutionWriter(JsonWriter& json) : json_(json) {}

  void write(const Resolution& resolution);

 private:
  void write(const std::string& text) { json_.string(text); }
  void write(const Target& target);
  void write(const NamedValue& value);
  void write(const Finding& finding);
  void write(const Need& need);
  void write(const Evidence& evidence);
  void write(const Verdict& verdict);
  void write(const Visit& visit);
  void write(const FilledValue& value);
  void write(const FilledArticle& part);
  void write(const ReachedOutcome& outcome);
  void write(const Option& option);
  void write(const OpenQuestion& question);
  void write(const CheckResult& check);
  void write_value(const Value& value);

  template <typename T>
  void member(std::string_view name, const T& value) {
    json_.key(name);
    write(value);
  }
  template <typename T>
  void member(std::string_view name, const std::vector<T>& items) {
    json_.key(name).begin_array();
    for (const T& item : items) write(item);
    json_.end_array();
  }
  template <typename T>
  void member(std::string_view name, const std::optional<T>& value) {
    json_.key(name);
    value ? write(*value) : static_cast<void>(json_.null());
  }
  void index_member(std::string_view name, std::size_t visit) {
    json_.key(name);
    visit == no_visit ? json_.null() : json_.integer(static_cast<std::int64_t>(visit));
  }

  JsonWriter& json_;
};

// The word for which alternative a value holds, so that a number without a fraction stays a number.
struct TypeWord {
  std::string_view operator()(NoValue) const { return "none"; }
  std::string_view operator()(bool) const { return "boolean"; }
  std::string_view operator()(std::int64_t) const { return "integer"; }
  std::string_view operator()(double) const { return "number"; }
  std::string_view operator()(const std::string&) const { return "text"; }
  std::string_view operator()(const std::vector<std::string>&) const { return "list"; }
};

struct ValueWriter {
  JsonWriter& json;
  void operator()(NoValue) const { json.null(); }
  void operator()(bool value) const { json.boolean(value); }
  void operator()(std::int64_t value) const { json.integer(value); }
  void operator()(double value) const { json.number(value); }
  void operator()(const std::string& value) const { json.string(value); }
  void operator()(const std::vector<std::string>& value) const {
    json.begin_array();
    for (const std::string& item : value) json.string(item);
    json.end_array();
  }
};

void ResolutionWriter::write_value(const Value& value) {
  json_.member("type", std::visit(TypeWord{}, value)).key("value");
  std::visit(ValueWriter{json_}, value);
}

void ResolutionWriter::write(const Target& target) {
  json_.begin_object().member("kind", name_of(target.kind));
  json_.member("id", target.id).member("step", target.step).end_object();
}

void ResolutionWriter::write(const NamedValue& value) {
  json_.begin_object().member("name", value.name);
  write_value(value.value);
  json_.member("class", name_of(value.data_class)).end_object();
}

void ResolutionWriter::write(const Finding& finding) {
  json_.begin_object().member("subject", finding.subject);
  member("values", finding.values);
  json_.end_object();
}

void ResolutionWriter::write(const Need& need) {
  json_.begin_object()
      .member("path", need.path)
      .member("expected", need.expected)
      .member("found", need.found);
  member("gather", need.gather);
  json_.end_object();
}

void ResolutionWriter::write(const Evidence& evidence) {
  json_.begin_object().member("path", evidence.path).member("value", evidence.value);
  json_.member("class", name_of(evidence.data_class)).member("gatheredAt", evidence.gathered_at).end_object();
}

void ResolutionWriter::write(const Verdict& verdict) {
  json_.begin_object().member("kind", name_of(verdict.kind)).member("option", verdict.option);
  json_.member("message", verdict.message).member("rule", verdict.rule).member("ruleFile", verdict.rule_file);
  json_.member("ruleLine", verdict.rule_line);
  member("values", verdict.values);
  member("findings", verdict.findings);
  member("needs", verdict.needs);
  member("anyOf", verdict.any_of);
  member("evidence", verdict.evidence);
  json_.end_object();
}

void ResolutionWriter::write(const Visit& visit) {
  json_.begin_object();
  index_member("parent", visit.parent);
  json_.member("guide", visit.guide).member("step", visit.step).member("subject", visit.subject);
  json_.member("answeredBy", name_of(visit.answered_by)).member("option", visit.option);
  json_.member("reason", visit.reason).member("edge", visit.edge);
  member("target", visit.target);
  json_.member("provisional", visit.provisional);
  member("subjects", visit.subjects);
  member("verdict", visit.verdict);
  member("forkVerdict", visit.fork_verdict);
  json_.end_object();
}

void ResolutionWriter::write(const FilledValue& value) {
  json_.begin_object().member("placeholder", value.placeholder);
  write_value(value.value);
  json_.member("origin", name_of(value.origin)).member("from", value.from);
  json_.member("class", name_of(value.data_class)).end_object();
}

void ResolutionWriter::write(const FilledArticle& part) {
  json_.begin_object().member("subject", part.subject);
  member("values", part.values);
  json_.end_object();
}

void ResolutionWriter::write(const ReachedOutcome& outcome) {
  json_.begin_object().member("guide", outcome.guide);
  member("target", outcome.target);
  json_.member("title", outcome.title);
  index_member("visit", outcome.visit);
  json_.member("subject", outcome.subject).member("provisional", outcome.provisional);
  member("openSteps", outcome.open_steps);
  member("parts", outcome.parts);
  json_.end_object();
}

void ResolutionWriter::write(const Option& option) {
  json_.begin_object().member("id", option.id).member("wording", option.wording);
  member("legacy", option.legacy);
  json_.end_object();
}

void ResolutionWriter::write(const OpenQuestion& question) {
  json_.begin_object().member("guide", question.guide).member("step", question.step);
  json_.member("subject", question.subject);
  index_member("visit", question.visit);
  json_.member("title", question.title).member("question", question.question);
  member("options", question.options);
  member("needs", question.needs);
  member("anyOf", question.any_of);
  member("inputs", question.inputs);
  json_.end_object();
}

void ResolutionWriter::write(const CheckResult& check) {
  json_.begin_object().member("check", check.check);
  member("verdict", check.verdict);
  member("target", check.target);
  json_.member("title", check.title);
  member("parts", check.parts);
  json_.end_object();
}

void ResolutionWriter::write(const Resolution& resolution) {
  json_.begin_object().member("format", "tsg-resolution/1");
  json_.member("engineVersion", resolution.engine_version).member("guide", resolution.guide);
  json_.member("guideVersion", resolution.guide_version).member("guideTitle", resolution.guide_title);
  json_.member("digest", resolution.digest).member("now", resolution.now);
  member("visits", resolution.visits);
  member("outcomes", resolution.outcomes);
  member("open", resolution.open);
  member("checks", resolution.checks);
  member("warnings", resolution.warnings);
  member("errors", resolution.errors);
  json_.end_object();
}

}  // namespace

void write_resolution(JsonWriter& json, const Resolution& resolution) {
  ResolutionWriter(json).write(resolution);
}

std::string resolution_json(const Resolution& resolution, int indent_width) {
  JsonWriter json(indent_width);
  write_resolution(json, resolution);
  return json.take() + "\n";
}

}  // namespace tsg
