#include "adapters/console/printable.hpp"

namespace tulay::console {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// How many bytes the character takes; 0: these are none.
std::size_t length_at(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  const std::size_t length = first < 0x80U                     ? 1
                             : first >= 0xC2U && first < 0xE0U ? 2
                             : first >= 0xE0U && first < 0xF0U ? 3
                             : first >= 0xF0U && first < 0xF5U ? 4
                                                               : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return 0;
  return length;
}

bool is_hidden(std::string_view character) {
  const unsigned first = byte_at(character, 0);
  if (character.size() == 1) return first < 0x20U || first == 0x7FU;
  const unsigned second = byte_at(character, 1);
  if (character.size() == 2) return first == 0xC2U && second < 0xA0U;  // C1: some terminals obey them
  if (character.size() != 3 || first != 0xE2U) return false;
  const unsigned third = byte_at(character, 2);
  // U+200B to U+200F, U+2028 to U+202E; U+2060 to U+206F
  return (second == 0x80U && ((third >= 0x8BU && third <= 0x8FU) || (third >= 0xA8U && third <= 0xAEU))) ||
         (second == 0x81U && third >= 0xA0U && third <= 0xAFU);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = length_at(text, at);
    const auto character = text.substr(at, length == 0 ? 1 : length);
    if (length == 0 || is_hidden(character)) {
      out += ' ';
    } else {
      out += character;
    }
    at += character.size();
  }
  return out;
}

}  // namespace tulay::console
