#include "adapters/sms/paging.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "adapters/sms/segments.hpp"

namespace tulay::sms {
namespace {

constexpr int most_segments = 3;
constexpr std::size_t least_page = 100;  // bytes; a shorter first sentence is not worth a text of its own
constexpr std::size_t far = 14;          // bytes; a date or a number in words is shorter on either side

bool is_blank(char c) { return c == ' ' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::string with_hint(std::string_view text, std::string_view hint) {
  return trimmed(text) + "\n" + std::string(hint);
}

bool fits(std::string_view text) { return measure(text).segments <= most_segments; }

/// Bytes of the longest beginning that leaves room for the hint.
std::size_t most_bytes(std::string_view text, std::string_view hint) {
  std::size_t good = 0;
  std::size_t bad = text.size() + 1;
  while (bad - good > 1) {
    const auto middle = good + (bad - good) / 2;
    (fits(with_hint(text.substr(0, middle), hint)) ? good : bad) = middle;
  }
  while (good > 0 && good < text.size() && continues_character(text[good])) --good;
  return good;
}

std::string_view word_before(std::string_view text, std::size_t at) {
  const auto begin = text.find_last_of(" \n", at == 0 ? 0 : at - 1);
  return text.substr(begin == std::string_view::npos ? 0 : begin + 1,
                     at - (begin == std::string_view::npos ? 0 : begin + 1));
}

// "a.m." and "U.S." have a point inside, "No." and "Sr." are short: none of them ends a sentence for certain.
bool ends_sentence(std::string_view text, std::size_t blank) {
  if (text[blank] == '\n') return true;
  const auto word = word_before(text, blank);
  if (word.empty() || std::string_view(".!?").find(word.back()) == std::string_view::npos) return false;
  if (word.back() != '.') return true;
  const auto stem = word.substr(0, word.size() - 1);
  return stem.size() > 2 && stem.find('.') == std::string_view::npos;
}

// No digit near: "November 23, 2026", "23 de noviembre", "$1,000 each" and "(213) 555-0100" stay whole.
bool parts_nothing(std::string_view text, std::size_t blank) {
  const auto begin = blank < far ? 0 : blank - far;
  const auto near = text.substr(begin, std::min(text.size(), blank + far) - begin);
  return std::none_of(near.begin(), near.end(), is_digit);
}

template <class Good>
std::optional<std::size_t> last_blank(std::string_view text, std::size_t least, std::size_t most, Good good) {
  for (auto at = std::min(most, text.size() - 1); at >= std::max<std::size_t>(least, 1); --at) {
    if (is_blank(text[at]) && good(text, at)) return at;
  }
  return std::nullopt;
}

std::size_t break_of(std::string_view text, std::size_t most) {
  if (const auto at = last_blank(text, least_page, most, ends_sentence)) return *at;
  if (const auto at = last_blank(text, least_page, most, parts_nothing)) return *at;
  if (const auto at = last_blank(text, 1, most, [](auto, auto) { return true; })) return *at;
  return most;
}

}  // namespace

Page first_page(std::string_view text, std::string_view hint) {
  const auto whole = trimmed(text);
  if (fits(whole)) return {whole, {}};
  const auto most = most_bytes(whole, hint);
  if (most == 0) return {whole, {}};
  const auto at = break_of(whole, most);
  return {with_hint(std::string_view(whole).substr(0, at), hint),
          trimmed(std::string_view(whole).substr(at))};
}

}  // namespace tulay::sms
