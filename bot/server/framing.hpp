#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>

#include "bot/server/request_head.hpp"

namespace tulay::server {

inline constexpr std::size_t most_body_bytes = 16 * 1024;
inline constexpr std::size_t most_head_bytes = 8 * 1024;  // request line and headers
inline constexpr std::size_t most_headers = 64;

/// Where a request ends and what follows from its head.
struct Framed {
  std::size_t head = 0;  // bytes of the head, with its empty line
  std::size_t body = 0;
  bool stays = false;           // beyond doubt: what comes after these bytes is the next request
  bool wants_continue = false;  // the client sends its body only once it is told to

  [[nodiscard]] std::size_t length() const { return head + body; }
  bool operator==(const Framed&) const = default;
};

/// What is told by the head alone. Refuses what could be read in two ways or opens an attack (security.md,
/// section 2): doubtful lengths, bodies where none belongs, encodings, ranges, multipart. Pure.
[[nodiscard]] std::variant<Framed, Refusal> framed(const RequestHead& head, std::size_t head_bytes);

/// Finds the end of a request while its bytes come in. It remembers how far it has looked, so that a request
/// which comes byte by byte is still read only once. For one request; pure but for that memory.
class RequestFraming {
 public:
  struct Incomplete {
    bool wants_continue = false;
    bool operator==(const Incomplete&) const = default;
  };
  using Found = std::variant<Incomplete, Framed, Refusal>;

  /// `bytes`: everything so far, from the request's first byte on. Whatever follows the request is not looked
  /// at.
  [[nodiscard]] Found look(std::string_view bytes);

 private:
  [[nodiscard]] std::optional<Refusal> seek_end_of_head(std::string_view bytes);

  std::size_t looked_ = 0;
  std::size_t line_ = 0;  // bytes of the line so far, without its end
  std::optional<Framed> framed_;
  bool head_ended_ = false;
};

}  // namespace tulay::server
