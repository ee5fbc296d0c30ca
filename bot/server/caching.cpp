#include "bot/server/caching.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "bot/server/request_head.hpp"

namespace tulay::server {
namespace {

/// Takes the part before the next `separator` off `text`.
std::string_view next(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const auto part = trimmed(text.substr(0, end));
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  return part;
}

bool same_word(std::string_view text, std::string_view word) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                    [&](char given, char wanted) { return lower(given) == wanted; });
}

/// "q=0", "q=0.0", "Q=0.000"
bool refuses(std::string_view parameter) {
  return parameter.size() > 2 && same_word(parameter.substr(0, 2), "q=") &&
         parameter.find_first_not_of("0.", 2) == std::string_view::npos;
}

}  // namespace

bool takes_gzip(std::string_view accept_encoding) {
  std::optional<bool> gzip;
  bool any = false;
  while (!accept_encoding.empty()) {
    auto rest = next(accept_encoding, ',');
    const auto coding = next(rest, ';');
    const bool taken = !refuses(trimmed(rest));
    if (same_word(coding, "gzip") || same_word(coding, "x-gzip")) gzip = taken;
    if (coding == "*") any = taken;
  }
  return gzip.value_or(any);
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    auto named = next(if_none_match, ',');
    if (named.starts_with("W/")) named.remove_prefix(2);
    if (named == tag || named == "*") return true;
  }
  return false;
}

}  // namespace tulay::server
