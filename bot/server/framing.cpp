#include "bot/server/framing.hpp"

#include <algorithm>
#include <charconv>

namespace tulay::server {
namespace {

constexpr Refusal too_large{413, "the body is larger than 16 KiB"};

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "keep-alive, close" has "close".
bool lists(std::string_view value, std::string_view word) {
  while (!value.empty()) {
    const auto comma = std::min(value.find(','), value.size());
    if (same_name(trimmed(value.substr(0, comma)), word)) return true;
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return false;
}

std::optional<Refusal> refused(const RequestHead& head) {
  const auto hosts = head.count("host");
  if (hosts > 1 || (hosts == 0 && head.version == "HTTP/1.1"))
    return Refusal{400, "exactly one Host is needed"};
  if (head.count("content-length") > 1) return Refusal{400, "more than one Content-Length"};
  const bool coded = head.count("transfer-encoding") > 0;
  if (coded && head.count("content-length") > 0)
    return Refusal{400, "both Content-Length and Transfer-Encoding"};
  if (coded && head.method != "POST") return Refusal{400, "this method takes no body"};
  if (coded) return Refusal{411, "a body needs its Content-Length, not a Transfer-Encoding"};
  if (head.count("content-encoding") > 0) return Refusal{415, "Content-Encoding is not supported"};
  if (head.count("range") > 0) return Refusal{400, "Range is not supported"};
  if (head.count("content-type") > 1) return Refusal{400, "more than one Content-Type"};
  if (same_name(head.find("content-type").value_or("").substr(0, 10), "multipart/"))
    return Refusal{415, "multipart is not supported"};
  if (!same_name(head.find("expect").value_or("100-continue"), "100-continue"))
    return Refusal{417, "this expectation is not met"};
  return std::nullopt;
}

std::variant<std::size_t, Refusal> body_bytes(const RequestHead& head) {
  const auto given = head.find("content-length");
  if (!given) return std::size_t{0};
  if (!all_digits(*given)) return Refusal{400, "Content-Length is not a number"};
  std::size_t length = 0;
  const auto read = std::from_chars(given->data(), given->data() + given->size(), length);
  if (head.method != "POST" && (read.ec != std::errc{} || length > 0))
    return Refusal{400, "this method takes no body"};
  if (read.ec != std::errc{} || length > most_body_bytes) return too_large;
  return length;
}

}  // namespace

std::variant<Framed, Refusal> framed(const RequestHead& head, std::size_t head_bytes) {
  if (const auto why = refused(head)) return *why;
  const auto body = body_bytes(head);
  if (const auto* const why = std::get_if<Refusal>(&body)) return *why;
  Framed found;
  found.head = head_bytes;
  found.body = std::get<std::size_t>(body);
  const auto length = head.find("content-length");
  const bool usual_length = !length || (head.method == "POST" && (*length == "0" || length->front() != '0'));
  found.stays = head.version == "HTTP/1.1" && usual_length && head.count("connection") <= 1 &&
                !lists(head.find("connection").value_or(""), "close");
  found.wants_continue = head.version == "HTTP/1.1" && head.find("expect").has_value();
  return found;
}

// Line ends are looked for byte by byte, so that a lone CR, LF or other control byte is refused as soon as it
// comes.
std::optional<Refusal> RequestFraming::seek_end_of_head(std::string_view bytes) {
  for (; looked_ < bytes.size() && !head_ended_; ++looked_) {
    if (looked_ == most_head_bytes) return Refusal{431, "the head is larger than 8 KiB"};
    const char c = bytes[looked_];
    const bool after_cr = looked_ > 0 && bytes[looked_ - 1] == '\r';
    if (after_cr != (c == '\n')) return malformed;
    if (c == '\n') {
      head_ended_ = line_ == 0;
      line_ = 0;
      continue;
    }
    if (c == '\r') continue;
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t') return malformed;
    ++line_;
  }
  return std::nullopt;
}

RequestFraming::Found RequestFraming::look(std::string_view bytes) {
  if (!head_ended_) {
    if (const auto why = seek_end_of_head(bytes)) return *why;
    if (!head_ended_) return Incomplete{};
    const auto head = read_head(bytes.substr(0, looked_));
    if (const auto* const why = std::get_if<Refusal>(&head)) return *why;
    const auto found = framed(std::get<RequestHead>(head), looked_);
    if (const auto* const why = std::get_if<Refusal>(&found)) return *why;
    framed_ = std::get<Framed>(found);
  }
  if (!framed_) return malformed;
  if (bytes.size() < framed_->length()) return Incomplete{framed_->wants_continue};
  return *framed_;
}

}  // namespace tulay::server
