#pragma once

#include <string_view>

namespace tulay::server {

/// Does Accept-Encoding take gzip? "gzip", "br, gzip;q=0.5", "*"; not "gzip;q=0".
[[nodiscard]] bool takes_gzip(std::string_view accept_encoding);

/// Does If-None-Match name `tag` (with its quotes), weakly or not, or everything ("*")?
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace tulay::server
