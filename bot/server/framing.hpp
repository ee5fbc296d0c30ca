#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tulay::server {

inline constexpr std::size_t most_body_bytes = 16 * 1024;  // decoded
inline constexpr std::size_t most_head_bytes = 16 * 1024;  // request line and headers
inline constexpr std::size_t most_headers = 64;
inline constexpr std::size_t most_wire_bytes = 160 * 1024;  // 16 KiB in chunks of one byte are 96 KiB

/// The head of a request, as it was sent.
struct Head {
  std::string method;
  std::string version;
  std::vector<std::pair<std::string, std::string>> headers;
};

/// Why a request is refused before anyone looks at its path.
struct Refusal {
  int status = 400;
  std::string_view detail;

  bool operator==(const Refusal&) const = default;
};

/// Refuses what could be read in two ways or opens an attack (security.md, section 2): doubtful lengths,
/// bodies where none belongs, encodings, ranges, multipart. Pure.
[[nodiscard]] std::optional<Refusal> refused(const Head& head);

/// Does a body follow? Only meaningful after refused() found nothing.
[[nodiscard]] bool has_body(const Head& head);

/// "application/json" of "application/JSON; charset=utf-8"; nothing for another charset than UTF-8.
[[nodiscard]] std::optional<std::string> media_type(std::string_view content_type);

}  // namespace tulay::server
