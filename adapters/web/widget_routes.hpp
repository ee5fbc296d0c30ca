#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/server/http.hpp"

namespace tulay::web {

/// GET /widget.js, which changes with the program, and GET /widget.<hash>.js, which never changes; then
/// /widget-beside.js and /widget-case.js, which the widget fetches when it needs them. All send the file that
/// is built into the program, packed for those who take gzip.
[[nodiscard]] std::vector<server::Route> widget_routes();

/// "/widget.<hash>.js".
[[nodiscard]] std::string widget_path();
/// The line that a firm puts into its pages; the browser checks that the file is the one of this program.
/// `origin`: "https://chat.example.com".
[[nodiscard]] std::string embed_line(std::string_view origin);

}  // namespace tulay::web
