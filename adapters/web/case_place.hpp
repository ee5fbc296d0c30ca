#pragma once

#include "bot/ports/message.hpp"
#include "bot/server/cross_origin.hpp"
#include "bot/server/http.hpp"

namespace tulay::web {

/// May a page of the firm's website show a client's case, or only the frame on the server's own origin, which
/// the website's scripts cannot read (security.md §4)?
struct CaseIsolation {
  bool on = true;
  server::CrossOrigin own;  // the server itself, as browsers name it
};

/// Who sends no Origin is no page of a website.
[[nodiscard]] bot::CasePlace case_place(const CaseIsolation& isolation, const server::Request& request);

}  // namespace tulay::web
