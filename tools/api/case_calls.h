// SPDX-License-Identifier: MIT
// What is read of a session: its resolution, its notes, what to tell the customer.
#pragma once

#include "tools/api/api_call.h"

namespace tsg {

// ?audience=agent: the Resolution; ?audience=customer: what a customer may be told of it.
web::Response session_resolution(const ApiCall& call);
// ?format=markdown|html|text&audience=agent|customer: the bytes of renderers/case_notes.h.
web::Response session_notes(const ApiCall& call);
// ?format=...: the articles of the outcomes, for the customer; 204 as long as there is none.
web::Response session_message(const ApiCall& call);

}  // namespace tsg
