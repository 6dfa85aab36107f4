// SPDX-License-Identifier: MIT
// One Markdown file to a Document: read, includes taken in, compiled to segments.
#pragma once

#include <cstdint>
#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/markdown/compile.h"
#include "engine/model/guide.h"
#include "engine/model/portal.h"

namespace tsg {

struct DocumentReading {
  Document document = {};
  Diagnostics diagnostics = {};
};

// What is read and made of a file.
enum class DocumentUse : std::uint8_t {
  All,
  Page,        // for a page of a site: no digest, no outline, of the compiled forms only the HTML
  Translated,  // the same of an article in several languages: with its digest
};

// The body of an article with what it includes from below `root`, compiled; the diagnostics of both.
Compilation compile_body(const Article& article, const std::string& root, const PortalSettings& portal = {},
                         DocumentUse use = DocumentUse::All);

// Reads `root`/`path`; places in the diagnostics say `path`. A file that cannot be read is an error
// diagnostic and an empty document. Includes stay below `root`.
DocumentReading read_document(const std::string& root, const std::string& path,
                              const PortalSettings& portal = {}, DocumentUse use = DocumentUse::All);

}  // namespace tsg
