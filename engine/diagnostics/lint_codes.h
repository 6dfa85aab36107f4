// SPDX-License-Identifier: MIT
// What authors of articles get wrong though the article can be read. The last member of each is the rule's id
// in the count of real defects (docs/lint.md lists them by it).
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

// The header ------------------------------------------------------------------------------------------------

inline constexpr Code key_unknown{"TSG177", Severity::Warning, "a header key nobody reads", "H07"};
inline constexpr Code key_case{"TSG178", Severity::Info, "a header key in another case", "H08"};
inline constexpr Code key_missing{"TSG179", Severity::Error, "a header key of this type is missing", "H09"};
inline constexpr Code value_empty{"TSG180", Severity::Warning, "a header value must not be empty", "H10"};
inline constexpr Code value_padded{"TSG181", Severity::Info, "blanks around a header value", "H11"};
inline constexpr Code value_spans_lines{"TSG182", Severity::Warning, "a header value spans lines", "H12"};
inline constexpr Code value_entity{"TSG183", Severity::Warning, "an HTML entity in a header value", "H13"};
inline constexpr Code value_template{"TSG184", Severity::Error, "template text in a header value", "H14"};
inline constexpr Code type_unknown{"TSG185", Severity::Error, "selfHelpType is empty or unknown", "H15"};
inline constexpr Code cloud_unknown{"TSG186", Severity::Error, "cloudEnvironments is empty or names no cloud",
                                    "H16"};
inline constexpr Code cloud_retired{"TSG187", Severity::Info, "a cloud that is no more", "H17"};
inline constexpr Code cloud_disabled{"TSG188", Severity::Warning, "a cloud is both listed and disabled",
                                     "H18"};
inline constexpr Code cloud_of_name{"TSG189", Severity::Info, "a file named for one cloud lists others",
                                    "H19"};
inline constexpr Code cloud_not_of_name{"TSG190", Severity::Warning,
                                        "a file named for a cloud does not list it", "H20"};
inline constexpr Code id_blank{"TSG191", Severity::Warning, "an articleId holds a blank", "H22"};
inline constexpr Code id_odd{"TSG192", Severity::Warning, "an articleId holds an odd character", "H23"};
inline constexpr Code id_upper{"TSG193", Severity::Info, "a GUID in upper case as articleId", "H24"};
inline constexpr Code topic_malformed{"TSG194", Severity::Error, "a supportTopicId is malformed", "H25"};
inline constexpr Code topic_twice{"TSG195", Severity::Warning, "a supportTopicId is listed twice", "H26"};
inline constexpr Code product_malformed{"TSG196", Severity::Warning, "a productPesId is malformed", "H27"};
inline constexpr Code topics_without_products{"TSG197", Severity::Warning,
                                              "support topics without products, or the reverse", "H28"};
inline constexpr Code title_punctuation{"TSG198", Severity::Info, "a title with a period or a comma", "H30"};
inline constexpr Code title_not_heading{"TSG199", Severity::Info, "the H1 is not the title", "H31"};
inline constexpr Code author_malformed{"TSG801", Severity::Warning, "an author is no alias", "H32"};
inline constexpr Code owner_placeholder{"TSG802", Severity::Warning, "an owner nobody filled in", "H33"};

// The file --------------------------------------------------------------------------------------------------

inline constexpr Code file_bom{"TSG803", Severity::Info, "a byte order mark", "H05"};
inline constexpr Code file_mixed_ends{"TSG804", Severity::Warning, "line ends of several kinds", "F02"};
inline constexpr Code file_last_line{"TSG805", Severity::Info, "the last line has no end", "F03"};
inline constexpr Code file_control{"TSG806", Severity::Warning, "a control or zero-width character", "F04"};
inline constexpr Code file_name_long{"TSG807", Severity::Info, "a file name of more than 80 characters",
                                     "F05"};
inline constexpr Code file_name_blank{"TSG808", Severity::Warning, "a blank in the path", "F06"};
inline constexpr Code file_name_upper{"TSG809", Severity::Info, "a file name in upper case", "F08"};
inline constexpr Code code_curly{"TSG810", Severity::Warning, "a curly quote or a dash in code", "F09"};

// The structure ---------------------------------------------------------------------------------------------

inline constexpr Code h1_missing{"TSG811", Severity::Error, "there is no H1", "S01"};
inline constexpr Code h1_several{"TSG812", Severity::Warning, "there are several H1", "S02"};
inline constexpr Code h1_bold{"TSG813", Severity::Info, "the H1 is in bold", "S03"};
inline constexpr Code heading_no_blank{"TSG814", Severity::Warning, "no blank behind the # of a heading",
                                       "S04"};
inline constexpr Code heading_skips{"TSG815", Severity::Info, "a heading skips a level", "S05"};
inline constexpr Code heading_empty{"TSG816", Severity::Warning, "a heading without words", "S06"};
inline constexpr Code recommended_case{"TSG817", Severity::Info, "a reserved heading in another case", "S07"};
inline constexpr Code recommended_plain{"TSG818", Severity::Info, "a reserved heading that is not bold",
                                        "S08"};
inline constexpr Code recommended_level{"TSG819", Severity::Info, "a reserved heading of another level",
                                        "S09"};
inline constexpr Code recommended_variant{"TSG820", Severity::Info, "a reserved heading in other words",
                                          "S10"};
inline constexpr Code recommended_misspelled{"TSG821", Severity::Warning, "a misspelled reserved heading",
                                             "S11"};
inline constexpr Code heading_stars{"TSG822", Severity::Warning, "unbalanced ** in a heading", "S12"};
inline constexpr Code heading_bare{"TSG823", Severity::Warning, "a heading with nothing under it", "S13"};
inline constexpr Code body_empty{"TSG824", Severity::Warning, "there is nothing behind the header", "S14"};
inline constexpr Code template_left{"TSG825", Severity::Error, "text of the template is left", "S15"};
inline constexpr Code list_glued{"TSG826", Severity::Info, "no blank line before a list", "S16"};
inline constexpr Code list_deep{"TSG827", Severity::Info, "a list nested deeper than two levels", "S17"};
inline constexpr Code list_jumps{"TSG828", Severity::Info, "the numbers of a list jump", "S18"};
inline constexpr Code fence_open{"TSG829", Severity::Error, "a code fence is never closed", "S21"};
inline constexpr Code line_stars{"TSG830", Severity::Warning, "unbalanced ** on a line", "S22"};
inline constexpr Code line_break_closed{"TSG831", Severity::Warning, "</br> is no line break", "S23"};
inline constexpr Code angle_word{"TSG832", Severity::Warning, "a word in < > that vanishes", "S24"};
inline constexpr Code alert_used{"TSG833", Severity::Info, "an alert, which some portals do not show", "S20"};
inline constexpr Code table_used{"TSG834", Severity::Info, "a table, which some portals do not show", "S19"};
inline constexpr Code support_request{"TSG835", Severity::Info, "a step opens a support request", "S25"};

// Placeholders and sections ---------------------------------------------------------------------------------

inline constexpr Code placeholder_blank{"TSG841", Severity::Warning, "a blank inside a placeholder's token",
                                        "P03"};
inline constexpr Code placeholder_padded{"TSG842", Severity::Info, "blanks around a default text", "P05"};
inline constexpr Code placeholder_unfilled{"TSG843", Severity::Warning,
                                           "a placeholder in a type nobody fills", "P09"};
inline constexpr Code description_empty{"TSG844", Severity::Warning, "an empty issueDescription", "P13"};
inline constexpr Code description_link{"TSG845", Severity::Warning, "a link in issueDescription", "P14"};
inline constexpr Code description_bold{"TSG846", Severity::Info, "bold text in issueDescription", "P15"};
inline constexpr Code description_missing{"TSG847", Severity::Warning,
                                          "diagnostics without an issueDescription", "P16"};
inline constexpr Code rca_without_section{"TSG848", Severity::Warning, "a root cause without any section",
                                          "P17"};

// Text ------------------------------------------------------------------------------------------------------

inline constexpr Code word_misspelled{"TSG851", Severity::Info, "a misspelled word", "T02"};
inline constexpr Code word_twice{"TSG852", Severity::Info, "a word stands twice", "T03"};
inline constexpr Code word_retired{"TSG853", Severity::Info, "a word that is no longer used", "T04"};
inline constexpr Code module_retired{"TSG854", Severity::Info, "the retired AzureRM module", "T05"};

// Links -----------------------------------------------------------------------------------------------------

inline constexpr Code link_internal{"TSG251", Severity::Error, "an internal link in a customer's article",
                                    "L01"};
inline constexpr Code link_internal_agent{"TSG252", Severity::Info, "an internal link", "L02"};
inline constexpr Code link_empty_scope{"TSG253", Severity::Warning, "a dashboard link with an empty scope",
                                       "L03"};
inline constexpr Code link_locale{"TSG254", Severity::Warning, "a link with the locale en-us", "L04"};
inline constexpr Code link_other_locale{"TSG255", Severity::Warning, "a link with another locale", "L05"};
inline constexpr Code link_http{"TSG256", Severity::Warning, "an http link to a Microsoft host", "L06"};
inline constexpr Code link_review{"TSG257", Severity::Error, "a link to the reviewers' site", "L07"};
inline constexpr Code link_short{"TSG258", Severity::Info, "a shortened link", "L08"};
inline constexpr Code link_retired{"TSG259", Severity::Info, "a link to a retired host", "L09"};
inline constexpr Code link_tracking{"TSG260", Severity::Info, "a tracking parameter in a link", "L10"};
inline constexpr Code link_stub{"TSG261", Severity::Error, "a link that leads nowhere", "L11"};
inline constexpr Code link_two_schemes{"TSG262", Severity::Error, "a link with two schemes", "L12"};
inline constexpr Code link_scheme{"TSG263", Severity::Error, "a link of an unknown scheme", "L13"};
inline constexpr Code link_torn{"TSG264", Severity::Error, "a blank tears a link apart", "L14"};
inline constexpr Code link_padded{"TSG265", Severity::Warning, "a blank inside the parentheses of a link",
                                  "L15"};
inline constexpr Code link_reversed{"TSG266", Severity::Error, "a link with its brackets exchanged", "L16"};
inline constexpr Code link_brackets{"TSG267", Severity::Error, "a link address in square brackets", "L17"};
inline constexpr Code link_anchor{"TSG268", Severity::Info, "a link within the page", "L18"};
inline constexpr Code link_vague{"TSG269", Severity::Info, "a link text that says nothing", "L19"};
inline constexpr Code link_punctuation{"TSG270", Severity::Warning, "punctuation at the end of a link",
                                       "L21"};
inline constexpr Code link_wrong_cloud{"TSG271", Severity::Warning, "a public link in an article for China",
                                       "L22"};
inline constexpr Code image_without_text{"TSG272", Severity::Warning, "an image without a text", "L23"};
inline constexpr Code image_relative{"TSG273", Severity::Warning, "an image of a relative address", "L24"};
inline constexpr Code mail_internal{"TSG274", Severity::Info, "a Microsoft address in a customer's article",
                                    "L25"};

// The repository --------------------------------------------------------------------------------------------

inline constexpr Code id_twice{"TSG891", Severity::Error,
                               "two articles of one type and cloud share an articleId", "H21"};
inline constexpr Code routing_twice{"TSG892", Severity::Warning, "two articles claim one routing key", "H29"};
inline constexpr Code file_name_twice{"TSG893", Severity::Info, "two files of one name", "F07"};
inline constexpr Code menu_dangles{"TSG894", Severity::Error, "a menu leads to an article that is not there",
                                   "J22"};
inline constexpr Code placeholder_case{"TSG895", Severity::Info, "one placeholder in several cases", "P07"};
inline constexpr Code suppression_unused{"TSG896", Severity::Warning, "a suppression of nothing"};
inline constexpr Code suppression_bare{"TSG897", Severity::Warning, "a suppression without a reason"};

}  // namespace tsg::codes
