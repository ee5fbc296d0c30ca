#pragma once

#include <string>
#include <string_view>

#include "bot/server/http.hpp"

namespace tulay::server {

/// An error as RFC 9457 wants it. `detail` is for the client: no path, no exception text, no other person's
/// data.
[[nodiscard]] Response problem(int status, std::string_view detail, std::string_view request_id);

/// The detail of a 404.
constexpr std::string_view nothing_here = "there is nothing at this path";

/// The same with Retry-After in seconds: 429 and 503.
[[nodiscard]] Response try_again(int status, int seconds, std::string_view detail,
                                 std::string_view request_id);

/// "Not Found" for 404; "Error" for one we never send.
[[nodiscard]] std::string_view reason(int status);

}  // namespace tulay::server
