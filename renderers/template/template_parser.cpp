// SPDX-License-Identifier: MIT
#include "renderers/template/template_parser.h"

#include <fmt/format.h>

#include "engine/diagnostics/template_codes.h"
#include "engine/text/suggestion.h"
#include "engine/text/utf8.h"
#include "renderers/template/expression_reader.h"
#include "renderers/template/template_limits.h"
#include "renderers/template/template_tokens.h"

namespace tsg {

namespace {

constexpr std::string_view tag_words = "`if`, `elif`, `else`, `for`, `end` and `include`";

class TemplateParser {
 public:
  TemplateParser(const TemplateFile& file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics), tokens_(read_tokens(file, diagnostics)) {}

  TemplateNodes parse() {
    TemplateNodes nodes;
    while (at_ < tokens_.size()) {
      read_nodes(nodes);
      if (at_ < tokens_.size()) tell_unopened(tokens_[at_++]);
    }
    return nodes;
  }

 private:
  // Up to a tag that ends or divides a block, or to the end of the file.
  void read_nodes(TemplateNodes& nodes) {
    for (; at_ < tokens_.size() && !ends_branch(tokens_[at_]);) {
      const TemplateToken token = tokens_[at_++];
      if (token.kind == TemplateToken::Kind::Text && token.range.begin < token.range.end)
        nodes.push_back({.kind = TemplateNode::Kind::Text, .range = token.range});
      if (token.kind == TemplateToken::Kind::Output) read_value(nodes, token);
      if (token.kind == TemplateToken::Kind::Tag) read_tag(nodes, token);
    }
  }

  std::string_view first_word(const TemplateToken& token) {
    return ExpressionReader(file_, token.inner, diagnostics_).word();
  }

  bool ends_branch(const TemplateToken& token) {
    if (token.kind != TemplateToken::Kind::Tag) return false;
    const std::string_view word = first_word(token);
    return word == "end" || word == "else" || word == "elif";
  }

  void read_value(TemplateNodes& nodes, const TemplateToken& token) {
    ExpressionReader reader(file_, token.inner, diagnostics_);
    auto term = reader.term();
    if (!term || !reader.at_end()) return;
    nodes.push_back({.kind = TemplateNode::Kind::Output, .range = token.range, .term = std::move(*term)});
  }

  void read_tag(TemplateNodes& nodes, const TemplateToken& token) {
    ExpressionReader reader(file_, token.inner, diagnostics_);
    const ByteRange range = reader.next();
    const std::string word(reader.word());
    if (word == "if") return read_if(nodes, token, reader);
    if (word == "for") return read_for(nodes, token, reader);
    if (word == "include") return read_include(nodes, token, reader);
    const auto meant = nearest_name(word, {"elif", "else", "end", "for", "if", "include"});
    reader.fail(range,
                word.empty() ? "a tag without its first word" : fmt::format("there is no tag `{}`", word),
                meant ? fmt::format("did you mean `{}`?", *meant) : fmt::format("tags are {}", tag_words));
  }

  void read_include(TemplateNodes& nodes, const TemplateToken& token, ExpressionReader& reader) {
    const ByteRange range = reader.next();
    const auto term = reader.term();
    if (!term) return;
    if (!term->names.empty() || term->constant.kind() != TemplateValue::Kind::Text)
      return reader.fail(range, "an include names its file by a text",
                         "put the name in quotes: `{% include \"footer.html\" %}`");
    if (!reader.at_end()) return;
    std::string room;
    nodes.push_back({.kind = TemplateNode::Kind::Include,
                     .range = token.range,
                     .name = std::string(term->constant.written(room)),
                     .name_range = term->range});
  }

  void read_if(TemplateNodes& nodes, const TemplateToken& token, ExpressionReader& reader) {
    auto condition = reader.condition();
    if (condition) reader.at_end();
    TemplateNode node = {.kind = TemplateNode::Kind::If, .range = token.range};
    node.branches.push_back(
        {.kind = TemplateNode::Kind::Branch, .range = token.range, .condition = std::move(condition)});
    const bool whole = !reader.failed();
    read_block(node);
    if (whole) nodes.push_back(std::move(node));
  }

  void read_for(TemplateNodes& nodes, const TemplateToken& token, ExpressionReader& reader) {
    TemplateNode node = {.kind = TemplateNode::Kind::For, .range = token.range};
    node.name = std::string(reader.word(&node.name_range));
    if (node.name.empty() || reserved_name(node.name))
      reader.fail(token.inner, "a loop without a name for its items",
                  "write `{% for entry in page.toc %}`; words of the language are no names");
    if (!reader.failed() && !reader.take("in"))
      reader.fail(reader.next(), fmt::format("`in` is missing before {}", reader.next_words()),
                  "write `{% for entry in page.toc %}`");
    const ByteRange list = reader.next();
    if (auto term = reader.term()) node.term = std::move(*term);
    if (!reader.failed() && node.term.names.empty())
      reader.fail(list, "a loop goes over a list, not over a text or number", "name a list: `page.toc`");
    if (!reader.failed()) reader.at_end();
    node.branches.push_back({.kind = TemplateNode::Kind::Branch, .range = token.range});
    const bool whole = !reader.failed();
    read_block(node);
    if (whole) nodes.push_back(std::move(node));
  }

  // From behind the opening tag to its `end`.
  void read_block(TemplateNode& node) {
    if (++depth_ > template_limits::nesting) tell_too_deep(node);
    if (too_deep_) at_ = tokens_.size();
    for (;;) {
      read_nodes(node.branches.back().nodes);
      if (at_ == tokens_.size()) break;
      const TemplateToken token = tokens_[at_++];
      node.end = token.range;
      if (!begins_next_branch(node, token)) break;
    }
    if (node.end.end == 0 && !too_deep_) tell_unclosed(node);
    --depth_;
  }

  // False: the block ends here.
  bool begins_next_branch(TemplateNode& node, const TemplateToken& token) {
    ExpressionReader reader(file_, token.inner, diagnostics_);
    const std::string word(reader.word());
    if (word == "end") {
      reader.at_end();
      return false;
    }
    node.end = {};
    const bool loop = node.kind == TemplateNode::Kind::For;
    const bool last = loop ? node.branches.size() > 1 : !node.branches.back().condition;
    if ((loop && word == "elif") || (last && node.branches.size() > 1)) {
      tell_misplaced(token, word, loop);
      return true;
    }
    TemplateNode branch = {.kind = TemplateNode::Kind::Branch, .range = token.range};
    if (word == "elif") branch.condition = reader.condition();
    if (word == "elif" && !branch.condition) branch.condition = TemplateCondition{};
    if (!reader.failed()) reader.at_end();
    node.branches.push_back(std::move(branch));
    return true;
  }

  void tell(const Code& code, ByteRange range, std::string message, std::string help) {
    diagnostics_.push_back(file_.source().diagnose(code, range, std::move(message), std::move(help)));
  }

  void tell_misplaced(const TemplateToken& token, std::string_view word, bool loop) {
    tell(codes::template_unopened, token.range,
         loop ? fmt::format("`{}` divides no loop a second time", word)
              : fmt::format("`{}` stands behind the `else` of its block", word),
         loop ? "a loop has one `{% else %}`, for a list without items" : "`{% else %}` is the last branch");
  }

  void tell_unopened(const TemplateToken& token) {
    tell(codes::template_unopened, token.range, fmt::format("`{}` belongs to no block", first_word(token)),
         "take it out, or write the `{% if %}` or `{% for %}` that it belongs to");
  }

  void tell_unclosed(const TemplateNode& node) {
    const std::string_view word = node.kind == TemplateNode::Kind::If ? "if" : "for";
    tell(codes::template_unclosed, node.range, fmt::format("this `{}` is never closed", word),
         "write `{% end %}` where the block ends");
  }

  void tell_too_deep(const TemplateNode& node) {
    tell(codes::template_limit, node.range,
         fmt::format("blocks stand more than {} levels deep", template_limits::nesting),
         "move an inner part to a file of its own and include it");
    too_deep_ = true;
  }

  const TemplateFile& file_;
  Diagnostics& diagnostics_;
  std::vector<TemplateToken> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  bool too_deep_ = false;  // the rest of the file is not read
};

bool readable(const TemplateFile& file, Diagnostics& diagnostics) {
  if (file.bytes().size() > template_limits::file_bytes) {
    diagnostics.push_back(file.source().diagnose(
        codes::template_limit, {0, 0},
        fmt::format("the template has more than {} KiB", template_limits::file_bytes / 1024),
        "move parts of it to files of their own and include them"));
    return false;
  }
  for (std::size_t at = 0; at < file.bytes().size();) {
    const DecodedCharacter character = decode_utf8(file.bytes(), at);
    if (!character.valid) {
      diagnostics.push_back(file.source().diagnose(codes::template_bytes, {at, at + 1},
                                                   "a byte that is not UTF-8", "save the template as UTF-8"));
      return false;
    }
    at += character.size;
  }
  return true;
}

}  // namespace

TemplateNodes parse_template(const TemplateFile& file, Diagnostics& diagnostics) {
  if (!readable(file, diagnostics)) return {};
  return TemplateParser(file, diagnostics).parse();
}

}  // namespace tsg
