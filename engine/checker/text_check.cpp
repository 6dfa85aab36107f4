// SPDX-License-Identifier: MIT
#include "engine/checker/text_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "engine/diagnostics/lint_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

struct Slip {
  std::string_view wrong = {};
  std::string_view right = {};
};

constexpr std::array<Slip, 20> misspelled = {{{"accomodate", "accommodate"},
                                              {"adress", "address"},
                                              {"availabilty", "availability"},
                                              {"compatability", "compatibility"},
                                              {"congifure", "configure"},
                                              {"dependant", "dependent"},
                                              {"enviroment", "environment"},
                                              {"exisiting", "existing"},
                                              {"existance", "existence"},
                                              {"occured", "occurred"},
                                              {"occurence", "occurrence"},
                                              {"occuring", "occurring"},
                                              {"recieve", "receive"},
                                              {"refered", "referred"},
                                              {"seperate", "separate"},
                                              {"succesfully", "successfully"},
                                              {"successfull", "successful"},
                                              {"suscription", "subscription"},
                                              {"teh", "the"},
                                              {"wether", "whether"}}};

constexpr std::array<Slip, 6> retired = {{{"whitelist", "allow list"},
                                          {"whitelisted", "allowed"},
                                          {"whitelisting", "allowing"},
                                          {"blacklist", "block list"},
                                          {"blacklisted", "blocked"},
                                          {"blacklisting", "blocking"}}};

// Words that may stand twice: "had had", "that that".
constexpr std::array<std::string_view, 3> twice_allowed = {"had", "that", "is"};

bool word_character(char c) {
  return ascii_alpha(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Nearly no word is a slip: its first letter and its length tell most apart.
constexpr std::size_t longest_slip = 12;
std::array<std::array<bool, longest_slip + 1>, 26> shapes_of(std::span<const Slip> slips,
                                                             std::span<const Slip> more) {
  std::array<std::array<bool, longest_slip + 1>, 26> shapes = {};
  for (const std::span<const Slip> each : {slips, more}) {
    for (const Slip& slip : each)
      shapes[static_cast<std::size_t>(slip.wrong[0] - 'a')][slip.wrong.size()] = true;
  }
  return shapes;
}

bool may_be_slip(std::string_view word) {
  static const auto shapes = shapes_of(misspelled, retired);
  return word.size() <= longest_slip && ascii_alpha(word[0]) &&
         shapes[static_cast<std::size_t>(ascii_lower(word[0]) - 'a')][word.size()];
}

const Slip* slip_of(std::string_view word, std::span<const Slip> slips) {
  const auto same = [word](const Slip& slip) { return equal_ignoring_case(slip.wrong, word); };
  const auto found = std::find_if(slips.begin(), slips.end(), same);
  return found == slips.end() ? nullptr : &*found;
}

class WordReader {
 public:
  WordReader(ArticleView& view, const ArticleLine& line)
      : view_(view), line_(line), words_(view.text_of(line)) {}

  void read() {
    for (std::size_t at = 0; at < words_.size();) {
      if (words_[at] == '`') {
        at = std::min(words_.find('`', at + 1), words_.size() - 1) + 1;
        before_ = {};
      } else if (!word_character(words_[at])) {
        if (words_[at] != ' ') before_ = {};
        ++at;
      } else {
        at = take(at);
      }
    }
  }

 private:
  std::size_t take(std::size_t begin) {
    std::size_t end = begin;
    while (end < words_.size() && word_character(words_[end])) ++end;
    const std::string_view word = words_.substr(begin, end - begin);
    const ByteRange range = {line_.range.begin + begin, line_.range.begin + end};
    judge(word, range, begin, end);
    before_ = word;
    return end;
  }

  // A word beside one of these belongs to a name, an address or a path.
  bool in_name(std::size_t begin, std::size_t end) const {
    constexpr std::string_view joints = "/.-_=@:\\#$%<{&";
    const bool left = begin > 0 && joints.find(words_[begin - 1]) != std::string_view::npos;
    const bool right = end + 1 < words_.size() && joints.find(words_[end]) != std::string_view::npos &&
                       !ascii_space(words_[end + 1]) && words_[end] != ':';
    const bool digit =
        (begin > 0 && ascii_digit(words_[begin - 1])) || (end < words_.size() && ascii_digit(words_[end]));
    return left || right || digit;
  }

  void judge(std::string_view word, ByteRange range, std::size_t begin, std::size_t end) {
    const bool twice = equal_ignoring_case(before_, word);
    if ((!twice && !may_be_slip(word)) || in_name(begin, end)) return;
    if (const Slip* slip = slip_of(word, misspelled)) {
      Diagnostic& diagnostic =
          view_.report(codes::word_misspelled, range, fmt::format("`{}` is misspelled", word),
                       fmt::format("write `{}`", slip->right));
      view_.propose(diagnostic, range, std::string(slip->right));
    }
    if (const Slip* slip = slip_of(word, retired)) {
      view_.report(codes::word_retired, range, fmt::format("`{}` is no longer used", word),
                   fmt::format("write `{}`", slip->right));
    }
    if (!twice) return;
    const bool allowed =
        std::find(twice_allowed.begin(), twice_allowed.end(), ascii_lowered(word)) != twice_allowed.end();
    const bool lower = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!allowed && lower && word.size() > 1) {
      view_.report(codes::word_twice, range, fmt::format("`{}` stands twice", word), "take one out");
    }
  }

  ArticleView& view_;
  const ArticleLine& line_;
  std::string_view words_;
  std::string_view before_ = {};
};

bool azure_rm(std::string_view text, std::size_t at) {
  return at > 0 && text[at - 1] == '-' && at > 1 && ascii_alpha(text[at - 2]);
}

}  // namespace

void check_words(ArticleView& view) {
  for (const ArticleLine& line : view.lines()) {
    if (line.kind == LineKind::Text) WordReader(view, line).read();
  }
  const std::string_view text = view.text();
  for (std::size_t at = text.find("AzureR"); at != std::string_view::npos; at = text.find("AzureR", at + 6)) {
    if (text.substr(at + 6, 1) != "M" && text.substr(at + 6, 1) != "m") continue;
    const bool cmdlet = azure_rm(text, at) || text.substr(at + 7, 1) == ".";
    if (!cmdlet) continue;
    std::size_t end = at + 7;
    while (end < text.size() && (ascii_alpha(text[end]) || text[end] == '.')) ++end;
    view.report(codes::module_retired, {at, end}, "the module AzureRM was retired in 2024",
                "use the module Az: `Get-AzVM` for `Get-AzureRmVM`");
  }
}

}  // namespace tsg
