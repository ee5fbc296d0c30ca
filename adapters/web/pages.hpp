#pragma once

#include <string>
#include <string_view>

#include "bot/server/http.hpp"

namespace tulay::web {

/// A page of ours under our policy: nothing but what this server sends, no markup made by scripts.
/// `embedded_by`: the origins whose pages may show it, or 'none'.
[[nodiscard]] server::Route page(const char* path, const char* type, std::string content,
                                 std::string_view embedded_by = "'none'");

/// The first `what` becomes `with`.
void replace(std::string& text, std::string_view what, std::string_view with);

}  // namespace tulay::web
