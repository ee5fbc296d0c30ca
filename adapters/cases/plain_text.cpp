#include "adapters/cases/plain_text.hpp"

#include <cstdint>

namespace tulay::cases {
namespace {

constexpr std::size_t longest = 200;
constexpr std::uint32_t invalid = 0xFFFFFFFF;

/// The code point at the front of `text`, which is not empty; `size` is how many bytes it takes.
std::uint32_t code_point(std::string_view text, std::size_t& size) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])) : 0;
  };
  const auto first = byte(0);
  size = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (size == 1) return first;
  if (first < 0xC2 || first > 0xF4) return invalid;
  std::uint32_t point = first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return invalid;
    point = (point << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::uint32_t least[]{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  return point < least[size] || point > 0x10FFFF || surrogate ? invalid : point;
}

bool is_unseen(std::uint32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x200B && point <= 0x200F) ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF;
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t size = 0; !text.empty(); text.remove_prefix(size)) {
    if (code_point(text, size) == invalid) return false;
  }
  return true;
}

std::optional<std::string> plain_text(std::string_view text) {
  if (text.size() > longest) return std::nullopt;
  std::string out;
  for (std::size_t size = 0; !text.empty(); text.remove_prefix(size)) {
    const auto point = code_point(text, size);
    if (point == invalid) return std::nullopt;
    if (!is_unseen(point)) out.append(text.substr(0, size));
  }
  const auto first = out.find_first_not_of(' ');
  if (first == std::string::npos) return std::string();
  return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

}  // namespace tulay::cases
