// SPDX-License-Identifier: MIT
// Raw HTML through the allow-list of html_names.h. What comes out is written anew: lower-case names, quoted
// and escaped attributes, every element closed in the container of Markdown that it was opened in.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/markdown/cuts.h"
#include "engine/markdown/html_tokens.h"
#include "engine/markdown/portal_words.h"
#include "engine/markdown/reporter.h"

namespace tsg {

// Where in the body a piece of raw HTML stands.
using Locate = std::function<ByteRange(std::string_view source)>;

enum class HtmlNode : std::uint8_t { Block, Inline };

// Borrows body, words and reporter, which must outlive it.
class RawHtml {
 public:
  RawHtml(const PreparedBody& body, const PortalWords& words, Reporter& reporter)
      : body_(body), words_(words), reporter_(reporter) {}

  // The clean form of one node's raw HTML; keys of placeholders, markers and insights stay in it. Elements it
  // opens stay open for the nodes behind it. What stands for a component is shown in a block only.
  std::string clean(std::string_view literal, HtmlNode node, const Locate& locate);

  // A container of Markdown begins: what is open outside of it cannot be closed inside.
  std::size_t enter();
  // It ends: the closing tags of what is still open in it.
  std::string leave(std::size_t outside);

 private:
  void take(const HtmlToken& token);
  void take_text(std::string_view text);
  void take_comment(std::string_view source);
  void take_cut(std::size_t index);
  void take_component(const Cut& cut);
  void take_open(const HtmlToken& token);
  void take_close(const HtmlToken& token);
  void open_element(const HtmlToken& token);
  void drop_forbidden(const HtmlToken& token);
  void skip(const HtmlToken& token);
  void show_unknown(const HtmlToken& token);
  void put_tag(const HtmlToken& token, std::string_view end);
  std::string attribute_text(const HtmlToken& token, const HtmlAttribute& attribute);
  std::string url_text(const HtmlToken& token, const HtmlAttribute& attribute);
  bool holds_placeholder(std::string_view text) const;
  void keep_markers(std::string_view text);
  void close_down_to(std::size_t depth);
  void report(const Code& code, std::string_view source, std::string message, std::string help);

  const PreparedBody& body_;
  const PortalWords& words_;
  Reporter& reporter_;
  std::vector<std::string> open_ = {};
  std::size_t outside_ = 0;       // elements of open_ that belong to containers around
  std::string skipping_ = {};     // the forbidden element whose content is being dropped
  const Cut* line_of_ = nullptr;  // the text behind this cut was given a line of its own
  HtmlNode node_ = HtmlNode::Block;
  const Locate* locate_ = nullptr;
  const char* located_ = nullptr;  // the token that place_ is of
  ByteRange place_ = {};
  std::string out_ = {};
};

// `text` that readers see, such as a title: keys of comments and components are taken out of it, with the
// `<!--` and
// `-->` around them. Keys of placeholders stay.
std::string without_hidden_cuts(std::string_view text, const PreparedBody& body);

}  // namespace tsg
