#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tulay::server {

/// Why a request is refused before anyone looks at its path. `detail` is for the client.
struct Refusal {
  int status = 400;
  std::string_view detail;

  bool operator==(const Refusal&) const = default;
};

inline constexpr Refusal malformed{400, "the request is not well-formed HTTP within the limits"};

/// The head of a request, cut into its parts. They point into the bytes it was read from.
struct RequestHead {
  std::string_view method;
  std::string_view target;
  std::string_view version;  // "HTTP/1.1" or "HTTP/1.0"
  std::vector<std::pair<std::string_view, std::string_view>> headers;

  /// How many headers have this name (given in lower case).
  [[nodiscard]] std::size_t count(std::string_view name) const;
  /// The first with this name (given in lower case).
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
};

/// Reads everything up to and with the empty line. Stricter than RFC 9112: no bare line ends, no folded
/// lines, no space before a colon, no `_` in a name (nginx and others drop such headers), no control bytes.
/// Pure.
[[nodiscard]] std::variant<RequestHead, Refusal> read_head(std::string_view bytes);

/// Without the blanks and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Are they equal but for the case of ASCII letters? `lower` is in lower case.
[[nodiscard]] bool same_name(std::string_view given, std::string_view lower);

}  // namespace tulay::server
