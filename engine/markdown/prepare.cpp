// SPDX-License-Identifier: MIT
#include "engine/markdown/prepare.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/markdown/marker_plan.h"
#include "engine/markdown/raw_ranges.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool blank(char c) {
  return c == ' ' || c == '\t';
}

// Behind the list marker that stands at `at`; `at` when there is none.
std::size_t behind_list_marker(std::string_view line, std::size_t at) {
  std::size_t end = at;
  if (line[at] == '-' || line[at] == '+' || line[at] == '*') {
    end = at + 1;
  } else {
    while (end < line.size() && ascii_digit(line[end])) ++end;
    if (end == at || end == line.size() || (line[end] != '.' && line[end] != ')')) return at;
    ++end;
  }
  return end < line.size() && blank(line[end]) ? end : at;
}

// What a line must begin with to stand in the same list items and quotes as `line`, which is nothing but
// their beginnings; nothing when `line` holds more than those.
std::optional<std::string> container_prefix(std::string_view line) {
  std::string prefix;
  for (std::size_t at = 0; at < line.size();) {
    if (blank(line[at]) || line[at] == '>') {
      prefix += line[at++];
      continue;
    }
    const std::size_t end = behind_list_marker(line, at);
    if (end == at) return std::nullopt;
    prefix.append(end - at, ' ');
    at = end;
  }
  return prefix;
}

class BodyPreparer {
 public:
  BodyPreparer(std::string_view body, Reporter& reporter)
      : body_(body), plan_(plan_tokens(body, reporter)), ranges_(body, plan_) {
    prepared_.keys = Keys(body);
    cut_of_plan_.resize(plan_.size(), no_cut);
  }

  PreparedBody take() {
    prepared_.text.reserve(body_.size() + 64);
    std::size_t at = 0;
    for (std::size_t open = body_.find('<'); open != std::string_view::npos; open = body_.find('<', open)) {
      const std::size_t end = cut_at(at, open);
      if (end > open) at = end;
      open = std::max(open + 1, end);
    }
    copy(at, body_.size());
    connect_partners();
    return std::move(prepared_);
  }

 private:
  // Cuts what begins at `open`, after copying the text from `from`; gives the end of the cut, or `open`.
  std::size_t cut_at(std::size_t from, std::size_t open) {
    if (next_ < plan_.size() && plan_[next_].cut.range.begin == open) {
      copy(from, open);
      cut_planned(next_++);
      return plan_[next_ - 1].cut.range.end;
    }
    std::optional<Cut> cut = ranges_.at(open, next_);
    if (!cut) return open;
    copy(from, open);
    return cut_raw(std::move(*cut));
  }

  void cut_planned(std::size_t index) {
    const PlannedCut& planned = plan_[index];
    if (planned.dropped) return;
    if (planned.cut.kind != CutKind::Placeholder) {
      put_comment(add_planned(index));
      return;
    }
    if (waiting_) give_own_line();
    const std::string key = prepared_.keys.key(add_planned(index));
    step(planned.cut.range.begin);
    prepared_.text += key;
  }

  std::size_t add_planned(std::size_t index) {
    cut_of_plan_[index] = prepared_.cuts.size();
    return add(plan_[index].cut);
  }

  std::size_t add(Cut cut) {
    const std::size_t line = body_.substr(seen_, cut.range.begin - seen_).rfind('\n');
    if (line != std::string_view::npos) body_line_begin_ = seen_ + line + 1;
    seen_ = cut.range.begin;
    cut.column = cut.range.begin - body_line_begin_;
    prepared_.cuts.push_back(std::move(cut));
    return prepared_.cuts.size() - 1;
  }

  // Cuts inside this one keep their keys, in its text. Gives the end of what was cut.
  std::size_t cut_raw(Cut cut) {
    const ByteRange range = cut.range;
    const std::size_t index = add(std::move(cut));
    std::string text;
    std::size_t at = range.begin;
    for (; next_ < plan_.size() && plan_[next_].cut.range.begin < range.end; ++next_) {
      const PlannedCut& inner = plan_[next_];
      text += body_.substr(at, inner.cut.range.begin - at);
      if (!inner.dropped) text += prepared_.keys.key(add_planned(next_));
      at = inner.cut.range.end;
    }
    if (at < range.end) text += body_.substr(at, range.end - at);
    prepared_.cuts[index].text = std::move(text);
    put_comment(index);
    return std::max(at, range.end);
  }

  void put_comment(std::size_t cut) {
    std::string& out = prepared_.text;
    if (waiting_) {
      out += std::exchange(blanks_, "");
      waiting_ = cut;
    } else if (std::optional<std::string> prefix = line_prefix()) {
      waiting_ = cut;
      prefix_ = std::move(*prefix);
    }
    step(prepared_.cuts[cut].range.begin);
    out += "<!--" + prepared_.keys.key(cut) + "-->";
  }

  std::optional<std::string> line_prefix() const {
    // Asked for every comment of a line, so it must not cost the whole line each time.
    constexpr std::size_t longest_prefix = 256;
    const std::string_view line = std::string_view(prepared_.text).substr(line_begin_);
    if (line.size() > longest_prefix) return std::nullopt;
    return container_prefix(line);
  }

  // Text follows a comment that begins a line. As it stands, Markdown would take the line for raw HTML.
  void give_own_line() {
    Cut& cut = prepared_.cuts[*waiting_];
    cut.line_added = true;
    cut.added_prefix = prefix_;
    cut.dropped_blanks = std::exchange(blanks_, "");
    prepared_.text += '\n';
    line_begin_ = prepared_.text.size();
    prepared_.text += prefix_;
    waiting_.reset();
  }

  void copy(std::size_t begin, std::size_t end) {
    if (waiting_) begin = settle_waiting(begin, end);
    if (begin >= end) return;
    step(begin);
    const std::string_view text = body_.substr(begin, end - begin);
    const std::size_t line_end = text.rfind('\n');
    if (line_end != std::string_view::npos) line_begin_ = prepared_.text.size() + line_end + 1;
    prepared_.text += text;
  }

  // Takes the blanks behind a comment; what comes after them decides whether its line ends there.
  std::size_t settle_waiting(std::size_t begin, std::size_t end) {
    while (begin < end && blank(body_[begin])) blanks_ += body_[begin++];
    if (begin == end) return end;
    if (body_[begin] == '\n' || body_[begin] == '\r') {
      prepared_.text += std::exchange(blanks_, "");
      waiting_.reset();
      return begin;
    }
    give_own_line();
    return begin;
  }

  void step(std::size_t body_offset) { prepared_.steps.emplace_back(prepared_.text.size(), body_offset); }

  void connect_partners() {
    for (std::size_t at = 0; at < plan_.size(); ++at) {
      if (cut_of_plan_[at] == no_cut) continue;
      Cut& cut = prepared_.cuts[cut_of_plan_[at]];
      if (cut.partner != no_cut) cut.partner = cut_of_plan_[cut.partner];
    }
  }

  std::string_view body_;
  std::vector<PlannedCut> plan_;
  RawRanges ranges_;
  PreparedBody prepared_;
  std::vector<std::size_t> cut_of_plan_;
  std::size_t next_ = 0;
  std::size_t seen_ = 0;                // of the body: up to here lines are counted
  std::size_t body_line_begin_ = 0;     // of the line that seen_ stands in
  std::size_t line_begin_ = 0;          // of the prepared text's last line
  std::optional<std::size_t> waiting_;  // the last of the comments that begin the current line
  std::string prefix_;
  std::string blanks_;
};

// `text` of a cut with the indent taken off its later lines that its container took off the first one.
std::string without_indent(const std::string& text, std::size_t indent) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t line = text.find('\n'); line != std::string::npos; line = text.find('\n', at)) {
    out.append(text, at, line + 1 - at);
    at = line + 1;
    for (std::size_t taken = 0; taken < indent && at < text.size() && (blank(text[at]) || text[at] == '>');
         ++taken)
      ++at;
  }
  return out.append(text, at, std::string::npos);
}

std::size_t behind_added_line(std::string_view literal, std::size_t at, const Cut& cut) {
  if (!cut.line_added || at >= literal.size() || literal[at] != '\n') return at;
  ++at;
  if (literal.substr(at).starts_with(cut.added_prefix)) return at + cut.added_prefix.size();
  const std::size_t most = at + cut.added_prefix.size();
  while (at < literal.size() && at < most && blank(literal[at])) ++at;
  return at;
}

}  // namespace

PreparedBody prepare_body(std::string_view body, const PortalWords& words, Reporter& reporter) {
  PreparedBody prepared = BodyPreparer(body, reporter).take();
  if (!words.component) return prepared;
  for (std::size_t at = 0; at < prepared.cuts.size(); ++at) {
    Cut& cut = prepared.cuts[at];
    if (cut.kind != CutKind::Component) continue;
    const std::string_view source = body.substr(cut.range.begin, cut.range.end - cut.range.begin);
    ComponentWords stand = words.component(source, prepared.keys.key(at));
    cut.html = std::move(stand.html);
    if (!stand.insight) continue;
    cut.name = fmt::format("<insight {}>", prepared.insights.size() + 1);
    prepared.insights.push_back({cut.name, std::move(*stand.insight)});
  }
  return prepared;
}

std::string code_as_written(std::string_view literal, const PreparedBody& body) {
  std::string out;
  std::size_t at = 0;
  for (auto found = body.find(literal, 0); found;
       found = body.find(literal, std::max(at, found->range.end))) {
    const Cut& cut = body.cuts[found->cut];
    if (cut.kind == CutKind::Placeholder) continue;
    std::size_t begin = found->range.begin;
    std::size_t end = found->range.end;
    if (begin >= at + 4 && literal.substr(begin - 4, 4) == "<!--") begin -= 4;
    if (literal.substr(end, 3) == "-->") end += 3;
    out += literal.substr(at, begin - at);
    const std::size_t line = out.rfind('\n');
    const std::size_t column = line == std::string::npos ? out.size() : out.size() - line - 1;
    const std::size_t indent = cut.column > column ? cut.column - column : 0;
    out += is_marker(cut.kind)
               ? std::string(literal.substr(found->range.begin, found->range.end - found->range.begin))
               : without_indent(cut.text, indent);
    const std::size_t behind = behind_added_line(literal, end, cut);
    if (behind > end) out += cut.dropped_blanks;
    at = behind;
  }
  out += literal.substr(std::min(at, literal.size()));
  return out;
}

}  // namespace tsg
