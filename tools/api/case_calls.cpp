// SPDX-License-Identifier: MIT
#include "tools/api/case_calls.h"

#include "renderers/resolution_json.h"
#include "tools/api/customer_json.h"
#include "tools/api/query_reader.h"
#include "tools/api/session_calls.h"

namespace tsg {

namespace {

std::string_view content_type_of(NotesFormat format) {
  switch (format) {
    case NotesFormat::Markdown:
      return "text/markdown; charset=utf-8";
    case NotesFormat::Html:
      return "text/html; charset=utf-8";
    case NotesFormat::Text:
      return "text/plain; charset=utf-8";
  }
  return "";
}

// A page made of what a case holds is for reading alone, whatever the policy of the server's own pages is.
web::Response notes_response(std::string text, NotesFormat format) {
  return {.content_type = std::string(content_type_of(format)),
          .headers = {{"Content-Security-Policy", "default-src 'none'; sandbox"}},
          .body = std::move(text)};
}

}  // namespace

web::Response session_resolution(const ApiCall& call) {
  QueryReader query(call.request.query);
  const Audience audience = query.audience(Audience::Agent);
  if (const auto problem = query.problem()) return call.refuse(*problem);
  const auto found = case_of(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  const CaseView& view = *std::get<0>(found);
  return json_response(audience == Audience::Agent ? resolution_json(whole_resolution(view))
                                                   : customer_json(whole_resolution(view), *view.pack));
}

web::Response session_notes(const ApiCall& call) {
  QueryReader query(call.request.query);
  const Audience audience = query.audience(Audience::Agent);
  const NotesFormat format = query.notes_format();
  if (const auto problem = query.problem()) return call.refuse(*problem);
  const auto found = case_of(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  return notes_response(case_notes(notes_of(*std::get<0>(found), audience), format), format);
}

web::Response session_message(const ApiCall& call) {
  QueryReader query(call.request.query);
  const NotesFormat format = query.notes_format();
  if (const auto problem = query.problem()) return call.refuse(*problem);
  const auto found = case_of(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  std::string message = customer_message(*std::get<0>(found), format);
  if (message.empty()) return {.status = 204};
  return notes_response(std::move(message), format);
}

}  // namespace tsg
