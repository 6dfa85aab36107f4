// SPDX-License-Identifier: MIT
// Messages about translations: articles below an `i18n` folder (docs/locales.md).
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code translation_missing{"TSG790", Severity::Warning,
                                          "a published guide is not translated whole"};
inline constexpr Code translation_stale{"TSG791", Severity::Warning,
                                        "a translation is older than its original"};
inline constexpr Code translation_orphaned{"TSG792", Severity::Error,
                                           "a translation of an article that is not there"};
inline constexpr Code locale_unknown{"TSG793", Severity::Error,
                                     "a folder of translations for no locale of the pack"};
inline constexpr Code translation_option_unknown{"TSG794", Severity::Error,
                                                 "a translation words an option that its step has not"};
inline constexpr Code translation_option_missing{"TSG795", Severity::Warning,
                                                 "a translation leaves an option without words"};
inline constexpr Code translation_placeholder_new{
    "TSG796", Severity::Error, "a translation has a placeholder that its original has not"};
inline constexpr Code translation_id_differs{"TSG797", Severity::Error,
                                             "a translation with another articleId than its original"};
inline constexpr Code article_untranslated{"TSG798", Severity::Info, "an article is not translated"};
inline constexpr Code locale_odd{"TSG799", Severity::Error, "a locale of the pack cannot be used"};

}  // namespace tsg::codes
