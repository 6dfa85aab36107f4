// SPDX-License-Identifier: MIT
#include "renderers/template/template_renderer.h"

#include <algorithm>
#include <vector>

#include "engine/text/escape_html.h"
#include "engine/text/json_writer.h"
#include "renderers/template/template_limits.h"
#include "renderers/template/template_url.h"

namespace tsg {

namespace {

using Step = TemplateStep::Kind;

void append_json(std::string& out, const TemplateValue& value, std::size_t depth);

void append_json_list(std::string& out, const TemplateValue& value, std::size_t depth) {
  out += '[';
  const char* between = "";
  for (const TemplateValue& item : value.items()) {
    out += between;
    append_json(out, item, depth);
    between = ",";
  }
  out += ']';
}

void append_json_record(std::string& out, const TemplateValue& value, std::size_t depth) {
  out += '{';
  const char* between = "";
  for (const TemplateValue::Member& member : value.members()) {
    out += between;
    append_json_string(out, member.name, JsonWriter::Html::Safe);
    out += ':';
    append_json(out, member.value, depth);
    between = ",";
  }
  out += '}';
}

// Markup has no place in data: it reads as null, as does what is too deep.
void append_json(std::string& out, const TemplateValue& value, std::size_t depth) {
  std::string room;
  switch (depth > template_limits::value_depth ? TemplateValue::Kind::Nothing : value.kind()) {
    case TemplateValue::Kind::Nothing:
    case TemplateValue::Kind::Html:
      out += "null";
      return;
    case TemplateValue::Kind::Boolean:
    case TemplateValue::Kind::Integer:
      out += value.written(room);
      return;
    case TemplateValue::Kind::Text:
      return append_json_string(out, value.written(room), JsonWriter::Html::Safe);
    case TemplateValue::Kind::List:
      return append_json_list(out, value, depth + 1);
    case TemplateValue::Kind::Record:
      return append_json_record(out, value, depth + 1);
  }
}

class Renderer {
 public:
  Renderer(const TemplateProgram& program, std::span<const TemplateValue* const> scopes, std::string& out)
      : program_(program), scopes_(scopes), out_(out), begin_(out.size()) {}

  RenderEnd run() {
    std::size_t steps = 0;
    for (std::size_t at = 0; at < program_.steps.size();) {
      at = pass(program_.steps[at], at);
      if (++steps > template_limits::render_steps) return give_up(RenderEnd::TooManySteps);
      if (out_.size() - begin_ > template_limits::output_bytes) return give_up(RenderEnd::TooLarge);
    }
    return RenderEnd::Whole;
  }

 private:
  struct Loop {
    const std::vector<TemplateValue>* items = nullptr;
    std::size_t at = 0;
  };

  RenderEnd give_up(RenderEnd end) {
    out_.resize(begin_);
    return end;
  }

  // The index of the next step.
  std::size_t pass(const TemplateStep& step, std::size_t at) {
    switch (step.kind) {
      case Step::Literal:
        out_.append(program_.literals, step.first, step.second - step.first);
        return at + 1;
      case Step::Output:
        write(step, value_of(program_.terms[step.first]));
        return at + 1;
      case Step::BeginUrl:
        url_begin_ = out_.size();
        url_position_ = UrlPosition::Start;
        return at + 1;
      case Step::JumpUnless:
        return holds(program_.conditions[step.first]) ? at + 1 : step.second;
      case Step::Jump:
        return step.second;
      case Step::BeginLoop:
        return begin_loop(step, at);
      case Step::NextItem:
        return next_item(step, at);
    }
    return at + 1;
  }

  std::size_t begin_loop(const TemplateStep& step, std::size_t at) {
    const std::vector<TemplateValue>& items = value_of(program_.terms[step.first]).items();
    if (items.empty()) return step.second;
    loops_.push_back({.items = &items});
    return at + 1;
  }

  std::size_t next_item(const TemplateStep& step, std::size_t at) {
    if (++loops_.back().at < loops_.back().items->size()) return step.second;
    loops_.pop_back();
    return at + 1;
  }

  // Good until the next call.
  const TemplateValue& value_of(const BoundTerm& term) {
    switch (term.origin) {
      case BoundTerm::Origin::Constant:
        return term.constant;
      case BoundTerm::Origin::Scope:
        return member_of(scope_of(term.names.front()), term, 1);
      case BoundTerm::Origin::Item:
        return member_of(&(*loops_[term.loop].items)[loops_[term.loop].at], term, 0);
      case BoundTerm::Origin::LoopFirst:
        return computed_ = loops_[term.loop].at == 0;
      case BoundTerm::Origin::LoopLast:
        return computed_ = loops_[term.loop].at + 1 == loops_[term.loop].items->size();
      case BoundTerm::Origin::LoopIndex:
        return computed_ = loops_[term.loop].at + 1;
    }
    return nothing_;
  }

  const TemplateValue* scope_of(std::string_view name) const {
    for (std::size_t i = scopes_.size(); i > 0; --i) {
      if (const TemplateValue* const found = scopes_[i - 1]->member(name)) return found;
    }
    return nullptr;
  }

  const TemplateValue& member_of(const TemplateValue* value, const BoundTerm& term, std::size_t from) const {
    for (std::size_t i = from; i < term.names.size() && value != nullptr; ++i) {
      value = value->member(term.names[i]);
    }
    return value == nullptr ? nothing_ : *value;
  }

  bool holds(const BoundCondition& condition) {
    const auto part_holds = [this](const BoundCondition& part) { return holds(part); };
    switch (condition.kind) {
      case TemplateCondition::Kind::Truth:
        return value_of(program_.terms[condition.terms[0]]).truth();
      case TemplateCondition::Kind::Equal:
        return equal(condition);
      case TemplateCondition::Kind::NotEqual:
        return !equal(condition);
      case TemplateCondition::Kind::Not:
        return !holds(condition.parts[0]);
      case TemplateCondition::Kind::All:
        return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
      case TemplateCondition::Kind::Any:
        return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
    }
    return false;
  }

  // Written alike. The left side is copied only where it would not outlive the reading of the right.
  bool equal(const BoundCondition& condition) {
    const TemplateValue& left = value_of(program_.terms[condition.terms[0]]);
    std::string left_room;
    std::string right_room;
    std::string_view left_text = left.written(left_room);
    const bool flag = left.kind() == TemplateValue::Kind::Boolean;
    if (flag) left_text = left.truth() ? "true" : "false";
    return left_text == value_of(program_.terms[condition.terms[1]]).written(right_room);
  }

  void write(const TemplateStep& step, const TemplateValue& value) {
    if (step.place == ValuePlace::Json) return append_json(out_, value, 0);
    const std::string_view text = value.written(room_);
    if (step.place == ValuePlace::Url) return write_url(step, text);
    if (step.place == ValuePlace::Text && value.kind() == TemplateValue::Kind::Html) {
      out_ += text;
    } else {
      append_html(out_, text);
    }
  }

  // What was looked at is not looked at again: a loop inside one URL stays linear.
  void write_url(const TemplateStep& step, std::string_view text) {
    if (url_position_ != UrlPosition::Tail) {
      const UrlPosition behind = position_behind(std::string_view(out_).substr(url_begin_));
      url_position_ = std::max(url_position_, behind);
      url_begin_ = out_.size();
    }
    append_template_url(out_, text, url_position_, step.lists_urls ? UrlCount::Several : UrlCount::One);
  }

  const TemplateProgram& program_;
  std::span<const TemplateValue* const> scopes_;
  std::string& out_;
  std::size_t begin_;
  std::vector<Loop> loops_ = {};
  std::size_t url_begin_ = 0;  // of what has not been looked at
  UrlPosition url_position_ = UrlPosition::Start;
  TemplateValue computed_ = {};
  TemplateValue nothing_ = {};
  std::string room_ = {};
};

}  // namespace

RenderEnd render_program(const TemplateProgram& program, std::span<const TemplateValue* const> scopes,
                         std::string& out) {
  return Renderer(program, scopes, out).run();
}

}  // namespace tsg
