// SPDX-License-Identifier: MIT
// The members of the format tsg-resolution/1 (docs/resolution-format.md), type by type.
#pragma once

#include <array>
#include <string>

#include "engine/loader/json_shape.h"
#include "engine/model/resolution.h"

namespace tsg {

enum class ValueType : std::uint8_t { None, Boolean, Integer, Number, Text, List };
std::string_view name_of(ValueType type);  // "none", "boolean", "integer", "number", "text", "list"

// The whole document.
struct ResolutionJson : Resolution {
  std::string format = {};
};

// A value is written with its type, so that 5 can be told from 5.0.
struct NamedValueJson : NamedValue {
  ValueType type = ValueType::None;
  std::string give(NamedValue& out);
};
struct FilledValueJson : FilledValue {
  ValueType type = ValueType::None;
  std::string give(FilledValue& out);
};

// Which visit refers to one that does not stand before it, or which entry to none that is there; empty when
// all is well.
std::string broken_reference(const Resolution& resolution);

template <>
inline constexpr std::array json_words<ValueType> = {ValueType::None,    ValueType::Boolean,
                                                     ValueType::Integer, ValueType::Number,
                                                     ValueType::Text,    ValueType::List};
template <>
inline constexpr std::array json_words<DataClass> = {DataClass::Public, DataClass::Customer,
                                                     DataClass::Internal, DataClass::Secret};
template <>
inline constexpr std::array json_words<TargetKind> = {TargetKind::Step, TargetKind::Outcome,
                                                      TargetKind::Article, TargetKind::Guide};
template <>
inline constexpr std::array json_words<VerdictKind> = {VerdictKind::Answer, VerdictKind::Unknown,
                                                       VerdictKind::NotApplicable, VerdictKind::Error};
template <>
inline constexpr std::array json_words<AnsweredBy> = {AnsweredBy::Nobody, AnsweredBy::Rule,
                                                      AnsweredBy::Agent};
template <>
inline constexpr std::array json_words<ValueOrigin> = {
    ValueOrigin::Finding, ValueOrigin::Verdict, ValueOrigin::Input, ValueOrigin::Fact, ValueOrigin::Default};

template <>
struct JsonStandIn<NamedValue> {
  using Type = NamedValueJson;
};
template <>
struct JsonStandIn<FilledValue> {
  using Type = FilledValueJson;
};

template <>
struct JsonShape<Target> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"kind", &Target::kind}, JsonMember{"id", &Target::id}, JsonMember{"step", &Target::step});
};

template <>
struct JsonShape<NamedValueJson> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"name", &NamedValue::name}, JsonMember{"type", &NamedValueJson::type},
                      JsonMember{"value", &NamedValue::value}, JsonMember{"class", &NamedValue::data_class});
};

template <>
struct JsonShape<Finding> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"subject", &Finding::subject}, JsonMember{"values", &Finding::values});
};

template <>
struct JsonShape<Need> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"path", &Need::path}, JsonMember{"expected", &Need::expected},
                      JsonMember{"found", &Need::found}, JsonMember{"gather", &Need::gather});
};

template <>
struct JsonShape<Evidence> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"path", &Evidence::path}, JsonMember{"value", &Evidence::value},
      JsonMember{"class", &Evidence::data_class}, JsonMember{"gatheredAt", &Evidence::gathered_at});
};

template <>
struct JsonShape<Verdict> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"kind", &Verdict::kind}, JsonMember{"option", &Verdict::option},
                      JsonMember{"message", &Verdict::message}, JsonMember{"rule", &Verdict::rule},
                      JsonMember{"ruleFile", &Verdict::rule_file},
                      JsonMember{"ruleLine", &Verdict::rule_line}, JsonMember{"values", &Verdict::values},
                      JsonMember{"findings", &Verdict::findings}, JsonMember{"needs", &Verdict::needs},
                      JsonMember{"anyOf", &Verdict::any_of}, JsonMember{"evidence", &Verdict::evidence});
};

template <>
struct JsonShape<Visit> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"parent", &Visit::parent}, JsonMember{"guide", &Visit::guide},
                      JsonMember{"step", &Visit::step}, JsonMember{"subject", &Visit::subject},
                      JsonMember{"answeredBy", &Visit::answered_by}, JsonMember{"option", &Visit::option},
                      JsonMember{"reason", &Visit::reason}, JsonMember{"edge", &Visit::edge},
                      JsonMember{"target", &Visit::target}, JsonMember{"provisional", &Visit::provisional},
                      JsonMember{"subjects", &Visit::subjects}, JsonMember{"verdict", &Visit::verdict},
                      JsonMember{"forkVerdict", &Visit::fork_verdict});
};

template <>
struct JsonShape<FilledValueJson> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"placeholder", &FilledValue::placeholder}, JsonMember{"type", &FilledValueJson::type},
      JsonMember{"value", &FilledValue::value}, JsonMember{"origin", &FilledValue::origin},
      JsonMember{"from", &FilledValue::from}, JsonMember{"class", &FilledValue::data_class});
};

template <>
struct JsonShape<FilledArticle> {
  static constexpr auto members = std::make_tuple(JsonMember{"subject", &FilledArticle::subject},
                                                  JsonMember{"values", &FilledArticle::values});
};

template <>
struct JsonShape<ReachedOutcome> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"guide", &ReachedOutcome::guide}, JsonMember{"target", &ReachedOutcome::target},
      JsonMember{"title", &ReachedOutcome::title}, JsonMember{"visit", &ReachedOutcome::visit},
      JsonMember{"subject", &ReachedOutcome::subject},
      JsonMember{"provisional", &ReachedOutcome::provisional},
      JsonMember{"openSteps", &ReachedOutcome::open_steps}, JsonMember{"parts", &ReachedOutcome::parts});
};

template <>
struct JsonShape<Option> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"id", &Option::id}, JsonMember{"wording", &Option::wording},
                      JsonMember{"legacy", &Option::legacy});
};

template <>
struct JsonShape<OpenQuestion> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"guide", &OpenQuestion::guide}, JsonMember{"step", &OpenQuestion::step},
      JsonMember{"subject", &OpenQuestion::subject}, JsonMember{"visit", &OpenQuestion::visit},
      JsonMember{"title", &OpenQuestion::title}, JsonMember{"question", &OpenQuestion::question},
      JsonMember{"options", &OpenQuestion::options}, JsonMember{"needs", &OpenQuestion::needs},
      JsonMember{"anyOf", &OpenQuestion::any_of}, JsonMember{"inputs", &OpenQuestion::inputs});
};

template <>
struct JsonShape<CheckResult> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"check", &CheckResult::check}, JsonMember{"verdict", &CheckResult::verdict},
                      JsonMember{"target", &CheckResult::target}, JsonMember{"title", &CheckResult::title},
                      JsonMember{"parts", &CheckResult::parts});
};

template <>
struct JsonShape<ResolutionJson> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"format", &ResolutionJson::format}, JsonMember{"engineVersion", &Resolution::engine_version},
      JsonMember{"guide", &Resolution::guide}, JsonMember{"guideVersion", &Resolution::guide_version},
      JsonMember{"guideTitle", &Resolution::guide_title}, JsonMember{"digest", &Resolution::digest},
      JsonMember{"now", &Resolution::now}, JsonMember{"visits", &Resolution::visits},
      JsonMember{"outcomes", &Resolution::outcomes}, JsonMember{"open", &Resolution::open},
      JsonMember{"checks", &Resolution::checks}, JsonMember{"warnings", &Resolution::warnings},
      JsonMember{"errors", &Resolution::errors});
};

}  // namespace tsg
