// SPDX-License-Identifier: MIT
#include "renderers/terminal_form.h"

#include <fmt/format.h>

#include <algorithm>

namespace tsg {

namespace {

class FormWriter {
 public:
  FormWriter(const ElementAnswers& answers, const TerminalOptions& options)
      : answers_(answers), out_(options.width, options.colour) {}

  void title(const std::string& title) {
    if (!title.empty()) out_.paragraph({piece(title, Ink::Strong)});
  }

  void element(const FormElement& element) {
    out_.blank();
    out_.paragraph({piece(element.label.empty() ? element.id : element.label, Ink::Strong)});
    out_.paragraph({piece(element.id, Ink::Code), piece("  "), piece(name_of(element.control)),
                    piece(element.required ? "  required" : "", Ink::Waiting)},
                   indented(2));
    for (const std::string& text : {element.content, element.watermark, element.info}) note(text);
    for (const std::string& hint : element.hints) note(hint);
    for (const FormOption& option : element.options) this->option(element, option);
    if (element.dynamic_options) dynamic(*element.dynamic_options);
    if (element.options.empty()) written(element.id);
  }

  void closing(std::size_t hidden) {
    out_.blank();
    if (hidden > 0)
      out_.paragraph(
          {piece(fmt::format("elements that do not show with these answers: {}", hidden), Ink::Quiet)});
  }

  std::string take() { return out_.take(); }

 private:
  void note(const std::string& text) {
    if (!text.empty()) out_.paragraph({piece(text, Ink::Quiet)}, indented(2));
  }

  const std::vector<std::string>* answers_of(const std::string& id) const {
    const auto found = answers_.find(id);
    return found == answers_.end() ? nullptr : &found->second;
  }

  void option(const FormElement& element, const FormOption& option) {
    const std::vector<std::string>* said = answers_of(element.id);
    const bool chosen = said != nullptr && std::find(said->begin(), said->end(), option.value) != said->end();
    std::vector<Piece> pieces = {piece(option.value, Ink::Code)};
    if (option.text != option.value && !option.text.empty()) pieces.push_back(piece("  " + option.text));
    out_.paragraph(pieces, {chosen ? "  * " : "  - ", "    "});
  }

  void dynamic(const DynamicOptions& dynamic) {
    out_.paragraph({piece("options are read from the resource:", Ink::Quiet)}, indented(2));
    out_.line({piece(dynamic.uri)}, indented(4));
    if (!dynamic.depends_on.empty())
      out_.paragraph({piece("they depend on ", Ink::Quiet), piece(dynamic.depends_on, Ink::Code)},
                     indented(2));
    if (dynamic.fallback) option({}, *dynamic.fallback);
  }

  void written(const std::string& id) {
    const std::vector<std::string>* said = answers_of(id);
    if (said == nullptr) return;
    for (const std::string& answer : *said) out_.paragraph({piece(answer)}, {"  * ", "    "});
  }

  const ElementAnswers& answers_;
  TerminalWriter out_;
};

}  // namespace

std::string terminal_form(const Form& form, const std::vector<std::size_t>& shown,
                          const ElementAnswers& answers, const TerminalOptions& options) {
  FormWriter writer(answers, options);
  writer.title(form.title);
  for (const std::size_t index : shown) writer.element(form.elements[index]);
  writer.closing(form.elements.size() - shown.size());
  return writer.take();
}

}  // namespace tsg
