#include "adapters/sms/characters.hpp"

namespace tulay::sms {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Lead {
  std::size_t more = 0;  // bytes that follow
  char32_t bits = 0;
  char32_t least = 0;  // smaller would be overlong
  bool valid = false;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {0, byte, 0, true};
  if (byte >= 0xC2 && byte < 0xE0) return {1, byte & 0x1FU, 0x80, true};
  if (byte >= 0xE0 && byte < 0xF0) return {2, byte & 0x0FU, 0x800, true};
  if (byte >= 0xF0 && byte < 0xF5) return {3, byte & 0x07U, 0x10000, true};
  return {};
}

struct Point {
  char32_t value = replacement;
  std::size_t bytes = 1;
  bool valid = false;
};

Point point_at(std::string_view text, std::size_t at) {
  const auto lead = lead_of(static_cast<unsigned char>(text[at]));
  if (!lead.valid || at + lead.more >= text.size()) return {};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i <= lead.more; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (byte & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (value < lead.least || value > 0x10FFFF || surrogate) return {};
  return {value, lead.more + 1, true};
}

void append(std::string& out, char32_t point) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0U | (point >> 6U));
    tail(0);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0U | (point >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (point >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto point = point_at(utf8, at);
    points += point.value;
    at += point.bytes;
  }
  return points;
}

std::string utf8(std::u32string_view points) {
  std::string out;
  out.reserve(points.size());
  for (const auto point : points) append(out, point);
  return out;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = point_at(text, at);
    if (!point.valid) return false;
    at += point.bytes;
  }
  return true;
}

}  // namespace tulay::sms
