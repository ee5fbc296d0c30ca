#include "bot/server/framing.hpp"

#include <algorithm>
#include <charconv>

namespace tulay::server {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string> values(const Head& head, std::string_view name) {
  std::vector<std::string> found;
  for (const auto& [key, value] : head.headers) {
    if (lowered(key) == name) found.push_back(value);
  }
  return found;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Refusal> bad_length(const std::vector<std::string>& lengths,
                                  const std::vector<std::string>& codings) {
  if (lengths.size() > 1) return Refusal{400, "more than one Content-Length"};
  if (codings.size() > 1) return Refusal{400, "more than one Transfer-Encoding"};
  if (!lengths.empty() && !codings.empty()) return Refusal{400, "both Content-Length and Transfer-Encoding"};
  if (!codings.empty() && lowered(codings[0]) != "chunked")
    return Refusal{400, "Transfer-Encoding may only be chunked"};
  if (lengths.empty()) return std::nullopt;
  if (!all_digits(lengths[0])) return Refusal{400, "Content-Length is not a number"};
  std::size_t length = 0;
  const auto read = std::from_chars(lengths[0].data(), lengths[0].data() + lengths[0].size(), length);
  if (read.ec != std::errc{} || length > most_body_bytes)
    return Refusal{413, "the body is larger than 16 KiB"};
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> refused(const Head& head) {
  if (head.headers.size() > most_headers) return Refusal{431, "more than 64 headers"};
  const auto lengths = values(head, "content-length");
  const auto codings = values(head, "transfer-encoding");
  const auto hosts = values(head, "host");
  if (hosts.size() > 1 || (hosts.empty() && head.version == "HTTP/1.1"))
    return Refusal{400, "exactly one Host is needed"};
  if (!values(head, "content-encoding").empty()) return Refusal{415, "Content-Encoding is not supported"};
  if (!values(head, "range").empty()) return Refusal{400, "Range is not supported"};
  if (const auto bad = bad_length(lengths, codings)) return bad;
  if (head.method != "POST" && has_body(head)) return Refusal{400, "this method takes no body"};
  const auto types = values(head, "content-type");
  if (types.size() > 1) return Refusal{400, "more than one Content-Type"};
  if (!types.empty() && lowered(trimmed(types[0])).starts_with("multipart/"))
    return Refusal{415, "multipart is not supported"};
  return std::nullopt;
}

bool has_body(const Head& head) {
  const auto lengths = values(head, "content-length");
  return !values(head, "transfer-encoding").empty() ||
         (!lengths.empty() && lengths[0].find_first_not_of('0') != std::string::npos);
}

std::optional<std::string> media_type(std::string_view content_type) {
  const auto semicolon = content_type.find(';');
  const auto parameters = semicolon == std::string_view::npos ? "" : lowered(content_type.substr(semicolon));
  const auto charset = parameters.find("charset=");
  if (charset != std::string::npos) {
    const auto rest = std::string_view(parameters).substr(charset + 8);
    if (!rest.starts_with("utf-8") && !rest.starts_with("\"utf-8\"")) return std::nullopt;
  }
  return lowered(trimmed(content_type.substr(0, semicolon)));
}

}  // namespace tulay::server
