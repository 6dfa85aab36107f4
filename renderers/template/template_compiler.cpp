// SPDX-License-Identifier: MIT
#include "renderers/template/template_compiler.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/template_codes.h"
#include "engine/text/suggestion.h"
#include "renderers/template/html_reader.h"
#include "renderers/template/template_limits.h"

namespace tsg {

namespace {

using Step = TemplateStep::Kind;

class PageCompiler {
 public:
  PageCompiler(const std::vector<ParsedTemplate>& files, Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  std::optional<TemplateProgram> compile(std::size_t page) {
    compile_file(page);
    open_files_ = {page};
    if (place_.state != HtmlState::Text && !exhausted_) tell_open_end();
    if (broken_) return std::nullopt;
    return std::move(program_);
  }

 private:
  const TemplateFile& file() const { return *files_[open_files_.back()].file; }

  void tell(const Code& code, ByteRange range, std::string message, std::string help) {
    broken_ = true;
    Diagnostic told = file().source().diagnose(code, range, std::move(message), std::move(help));
    const bool again = std::any_of(diagnostics_.begin(), diagnostics_.end(), [&told](const Diagnostic& each) {
      return each.place == told.place && each.code == told.code && each.message == told.message;
    });
    if (!again && diagnostics_.size() < template_limits::messages) diagnostics_.push_back(std::move(told));
  }

  // Everything that is compiled is paid for, what is thrown away as well: work is bounded, whatever includes
  // and loops multiply.
  bool pay(std::size_t pieces, std::size_t bytes, ByteRange range) {
    pieces_ += pieces;
    bytes_ += bytes;
    const bool within = pieces_ <= template_limits::page_pieces && bytes_ <= template_limits::page_bytes;
    if (!within && !exhausted_)
      tell(codes::template_limit, range, "the page is larger than is read, with all that it includes",
           "include fewer files, or smaller ones");
    exhausted_ = exhausted_ || !within;
    return within;
  }

  // What does not stand in a file that cannot be read whole tells nothing of the page.
  void compile_file(std::size_t file) {
    if (!files_[file].whole) broken_ = exhausted_ = true;
    open_files_.push_back(file);
    compile_nodes(files_[file].nodes);
    open_files_.pop_back();
  }

  void compile_nodes(const TemplateNodes& nodes) {
    for (const TemplateNode& node : nodes) {
      if (exhausted_) return;
      compile_node(node);
    }
  }

  void compile_node(const TemplateNode& node) {
    if (!pay(1, node.kind == TemplateNode::Kind::Text ? node.range.end - node.range.begin : 0, node.range))
      return;
    switch (node.kind) {
      case TemplateNode::Kind::Text:
        return compile_text(node.range);
      case TemplateNode::Kind::Output:
        return compile_value(node);
      case TemplateNode::Kind::If:
        return compile_if(node);
      case TemplateNode::Kind::For:
        return compile_for(node);
      case TemplateNode::Kind::Include:
        return compile_include(node);
      case TemplateNode::Kind::Branch:
        return;  // stands in blocks alone
    }
  }

  std::size_t add_step(TemplateStep step) {
    program_.steps.push_back(step);
    return program_.steps.size() - 1;
  }

  void add_literal(std::string_view text) {
    if (text.empty()) return;
    const std::size_t begin = program_.literals.size();
    program_.literals += text;
    const bool joins = program_.steps.size() > joined_from_ && program_.steps.back().kind == Step::Literal &&
                       program_.steps.back().second == begin;
    if (joins) {
      program_.steps.back().second = program_.literals.size();
    } else {
      add_step({.kind = Step::Literal, .first = begin, .second = program_.literals.size()});
    }
  }

  void compile_text(ByteRange range) {
    std::size_t written = range.begin;
    for (std::size_t at = range.begin; at < range.end; ++at) {
      const HtmlStep read = read_html(place_, file().bytes()[at]);
      if (read.doubt != MarkupDoubt::None)
        tell(codes::template_markup, {at, at + 1}, std::string(reason_of(read.doubt)),
             std::string(help_of(read.doubt)));
      if (!read.url_begins) continue;
      add_literal(file().text({written, at + 1}));
      written = at + 1;
      add_step({.kind = Step::BeginUrl});
    }
    add_literal(file().text({written, range.end}));
  }

  void compile_value(const TemplateNode& node) {
    const PlaceOfValue where = place_of_value(place_);
    if (where.refusal)
      return tell(codes::template_value_place, node.range,
                  fmt::format("a value stands {}", where.refusal->reason), where.refusal->help);
    add_step({.kind = Step::Output,
              .place = where.place,
              .lists_urls = lists_urls(place_.attribute),
              .first = bind(node.term)});
    place_ = behind_value(std::move(place_));
  }

  std::size_t bind(const TemplateTerm& term) {
    BoundTerm bound = {.names = term.names, .constant = term.constant};
    bound.file = open_files_.back();
    bound.range = term.range;
    if (!term.names.empty()) bind_names(bound);
    program_.terms.push_back(std::move(bound));
    return program_.terms.size() - 1;
  }

  void bind_names(BoundTerm& bound) {
    if (bound.names.front() == "loop") return bind_loop(bound);
    bound.origin = BoundTerm::Origin::Scope;
    for (std::size_t loop = loops_.size(); loop > 0; --loop) {
      if (loops_[loop - 1] != bound.names.front()) continue;
      bound.origin = BoundTerm::Origin::Item;
      bound.loop = loop - 1;
      bound.names.erase(bound.names.begin());
      return;
    }
  }

  void bind_loop(BoundTerm& bound) {
    if (loops_.empty())
      return tell(codes::template_name_unknown, bound.range, "`loop` stands outside every loop",
                  "use it between `{% for %}` and its `{% end %}`");
    bound.loop = loops_.size() - 1;
    const std::string name = bound.names.size() == 2 ? bound.names.back() : std::string();
    if (name == "first") bound.origin = BoundTerm::Origin::LoopFirst;
    if (name == "last") bound.origin = BoundTerm::Origin::LoopLast;
    if (name == "index") bound.origin = BoundTerm::Origin::LoopIndex;
    if (bound.origin == BoundTerm::Origin::Constant)
      tell(codes::template_name_unknown, bound.range, "a loop has no such value",
           "there are `loop.first`, `loop.last` and `loop.index`");
  }

  BoundCondition bind(const TemplateCondition& condition) {
    BoundCondition bound = {.kind = condition.kind};
    for (const TemplateTerm& term : condition.terms) bound.terms.push_back(bind(term));
    for (const TemplateCondition& part : condition.parts) bound.parts.push_back(bind(part));
    return bound;
  }

  // A jump leads here: what is written next must not be joined to what stands before.
  std::size_t here() {
    joined_from_ = program_.steps.size();
    return joined_from_;
  }

  void compile_if(const TemplateNode& node) {
    const HtmlPlace before = place_;
    std::optional<HtmlPlace> met;
    std::vector<std::size_t> jumps;
    for (const TemplateNode& branch : node.branches) {
      place_ = before;
      const std::size_t skip = begin_branch(branch);
      compile_nodes(branch.nodes);
      meet(met, branch.range);
      if (!branch.condition) continue;
      jumps.push_back(add_step({.kind = Step::Jump}));
      program_.steps[skip].second = here();
    }
    if (node.branches.back().condition) {
      place_ = before;
      meet(met, node.end);
    }
    for (const std::size_t jump : jumps) program_.steps[jump].second = here();
    place_ = *met;
  }

  std::size_t begin_branch(const TemplateNode& branch) {
    here();
    if (!branch.condition) return 0;
    program_.conditions.push_back(bind(*branch.condition));
    return add_step({.kind = Step::JumpUnless, .first = program_.conditions.size() - 1});
  }

  // One more branch ends at the present place.
  void meet(std::optional<HtmlPlace>& met, ByteRange branch) {
    if (!met) {
      met = place_;
      return;
    }
    const auto both = where_branches_meet(*met, place_);
    if (both) {
      met = both;
    } else {
      tell_branches(*met, branch);
      place_ = *met;
    }
  }

  void tell_branches(const HtmlPlace& before, ByteRange range) {
    const std::string first = to_words(before);
    const std::string second = to_words(place_);
    tell(codes::template_branches, range,
         first == second ? fmt::format("this branch and the one before it end in different states {}", first)
                         : fmt::format("a branch ends {}, but another way past it ends {}", first, second),
         "close in each branch what it opens, and open nothing else that the others do not");
  }

  void compile_for(const TemplateNode& node) {
    const HtmlPlace before = place_;
    const std::size_t begin = add_step({.kind = Step::BeginLoop, .first = bind(node.term)});
    loops_.push_back(node.name);
    const std::optional<HtmlPlace> behind = compile_rounds(node, begin);
    loops_.pop_back();
    program_.steps[begin].second = here();
    std::optional<HtmlPlace> met = behind;
    place_ = before;
    if (node.branches.size() > 1) {
      const std::size_t past = add_step({.kind = Step::Jump});
      program_.steps[begin].second = here();
      compile_nodes(node.branches[1].nodes);
      program_.steps[past].second = here();
    }
    meet(met, node.branches.back().range);
    place_ = *met;
  }

  // The body begins where the loop does and where the body ends: compiled again until that is one place.
  std::optional<HtmlPlace> compile_rounds(const TemplateNode& node, std::size_t begin) {
    HtmlPlace start = place_;
    for (;;) {
      const std::size_t body = here();
      place_ = start;
      compile_nodes(node.branches[0].nodes);
      std::optional<HtmlPlace> met = start;
      meet(met, node.end);
      if (*met == start || exhausted_) {
        const HtmlPlace behind = place_;
        add_step({.kind = Step::NextItem, .second = body});
        here();
        return behind;
      }
      program_.steps.resize(begin + 1);
      start = *met;
      if (!pay(1, 0, node.range)) return start;
    }
  }

  std::optional<std::size_t> find_file(std::string_view name) const {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (files_[i].file->name() == name) return i;
    }
    return std::nullopt;
  }

  void compile_include(const TemplateNode& node) {
    const auto found = find_file(node.name);
    if (!found) return tell_unknown_file(node);
    if (std::find(open_files_.begin(), open_files_.end(), *found) != open_files_.end())
      return tell_cycle(node);
    if (open_files_.size() > template_limits::include_depth)
      return tell(codes::template_limit, node.range,
                  fmt::format("includes stand more than {} deep", template_limits::include_depth),
                  "include the innermost files from fewer others");
    compile_file(*found);
  }

  void tell_unknown_file(const TemplateNode& node) {
    std::vector<std::string> names;
    for (const ParsedTemplate& each : files_) names.push_back(each.file->name());
    std::sort(names.begin(), names.end());
    const auto meant = nearest_name(node.name, names);
    tell(codes::template_include_unknown, node.name_range,
         fmt::format("there is no template `{}`", node.name),
         meant ? fmt::format("did you mean `{}`?", *meant)
               : "names count from the folder of the theme, and hold its folders: `parts/footer.html`");
  }

  void tell_cycle(const TemplateNode& node) {
    std::string way;
    for (const std::size_t each : open_files_) way += fmt::format("`{}` > ", files_[each].file->name());
    tell(codes::template_include_cycle, node.range,
         fmt::format("this include never ends: {}`{}`", way, node.name), "take one of the includes out");
  }

  void tell_open_end() {
    const std::size_t size = file().bytes().size();
    tell(codes::template_markup, {size, size}, fmt::format("the page ends {}", to_words(place_)),
         "close it; a value in a page that goes on so would stand where nobody looks for it");
  }

  const std::vector<ParsedTemplate>& files_;
  Diagnostics& diagnostics_;
  TemplateProgram program_ = {};
  HtmlPlace place_ = {};
  std::vector<std::size_t> open_files_ = {};  // the page, and the includes that lead to the present one
  std::vector<std::string> loops_ = {};       // variables of the open loops, outermost first
  std::size_t joined_from_ = 0;               // steps before it may be jumped over
  std::size_t pieces_ = 0;
  std::size_t bytes_ = 0;
  bool exhausted_ = false;
  bool broken_ = false;
};

}  // namespace

std::optional<TemplateProgram> compile_page(const std::vector<ParsedTemplate>& files, std::size_t page,
                                            Diagnostics& diagnostics) {
  return PageCompiler(files, diagnostics).compile(page);
}

}  // namespace tsg
