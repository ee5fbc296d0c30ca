#include "bot/server/request_head.hpp"

#include <algorithm>

#include "bot/server/framing.hpp"

namespace tulay::server {
namespace {

constexpr std::string_view line_end = "\r\n";

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// RFC 9110's tchar.
bool in_token(char c) {
  return is_alphanumeric(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}
bool in_header_name(char c) { return in_token(c) && c != '_'; }
bool in_target(char c) { return c > ' ' && c < '\x7f'; }
/// Bytes above ASCII pass: names and titles are sent so, and nobody here reads them as anything else.
bool in_value(char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f'); }

template <typename Allowed>
bool consists_of(std::string_view text, Allowed allowed) {
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

/// Takes what stands before `end` off `text`; nothing when `end` does not come.
std::optional<std::string_view> take_until(std::string_view& text, std::string_view end) {
  const auto at = text.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const auto taken = text.substr(0, at);
  text.remove_prefix(at + end.size());
  return taken;
}

bool read_request_line(std::string_view line, RequestHead& head) {
  const auto method = take_until(line, " ");
  const auto target = take_until(line, " ");
  if (!method || !target || !consists_of(*method, in_token) || !consists_of(*target, in_target)) return false;
  if (line != "HTTP/1.1" && line != "HTTP/1.0") return false;
  head.method = *method;
  head.target = *target;
  head.version = line;
  return true;
}

bool read_header(std::string_view line, RequestHead& head) {
  const auto name = take_until(line, ":");
  if (!name || !consists_of(*name, in_header_name)) return false;
  if (!std::all_of(line.begin(), line.end(), in_value)) return false;
  head.headers.emplace_back(*name, trimmed(line));
  return true;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool same_name(std::string_view given, std::string_view lower) {
  return std::equal(given.begin(), given.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

std::size_t RequestHead::count(std::string_view name) const {
  return static_cast<std::size_t>(std::count_if(
      headers.begin(), headers.end(), [&](const auto& header) { return same_name(header.first, name); }));
}

std::optional<std::string_view> RequestHead::find(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& header) { return same_name(header.first, name); });
  if (found == headers.end()) return std::nullopt;
  return found->second;
}

std::variant<RequestHead, Refusal> read_head(std::string_view bytes) {
  RequestHead head;
  const auto line = take_until(bytes, line_end);
  if (!line || !read_request_line(*line, head)) return malformed;
  while (const auto header = take_until(bytes, line_end)) {
    if (header->empty())
      return bytes.empty() ? std::variant<RequestHead, Refusal>(std::move(head)) : malformed;
    if (head.headers.size() == most_headers) return Refusal{431, "more than 64 headers"};
    if (!read_header(*header, head)) return malformed;
  }
  return malformed;
}

}  // namespace tulay::server
