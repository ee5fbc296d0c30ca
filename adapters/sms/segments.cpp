#include "adapters/sms/segments.hpp"

#include <algorithm>

#include "adapters/sms/characters.hpp"
#include "adapters/sms/gsm7.hpp"

namespace tulay::sms {
namespace {

struct Room {
  int alone = 160;     // units of the only segment
  int together = 153;  // units of each of several
};

Room room_of(Encoding encoding) { return encoding == Encoding::gsm7 ? Room{160, 153} : Room{70, 67}; }

Encoding encoding_of(const std::u32string& points) {
  const bool fits = std::all_of(points.begin(), points.end(), [](char32_t c) { return septets_of(c) > 0; });
  return fits ? Encoding::gsm7 : Encoding::ucs2;
}

int units_of(char32_t point, Encoding encoding) {
  if (encoding == Encoding::gsm7) return septets_of(point);
  return point > 0xFFFF ? 2 : 1;
}

int units_of(const std::u32string& points, Encoding encoding) {
  int units = 0;
  for (const auto point : points) units += units_of(point, encoding);
  return units;
}

std::vector<std::u32string> parts(const std::u32string& points, Encoding encoding) {
  const auto room = room_of(encoding);
  if (units_of(points, encoding) <= room.alone) return {points};
  std::vector<std::u32string> parts(1);
  int used = 0;
  for (const auto point : points) {
    const int units = units_of(point, encoding);
    if (used + units > room.together) {
      parts.emplace_back();
      used = 0;
    }
    parts.back() += point;
    used += units;
  }
  return parts;
}

}  // namespace

Measure measure(std::string_view text) {
  const auto points = code_points(text);
  const auto encoding = encoding_of(points);
  return {encoding, units_of(points, encoding), static_cast<int>(parts(points, encoding).size())};
}

std::vector<std::string> split(std::string_view text) {
  const auto points = code_points(text);
  std::vector<std::string> segments;
  for (const auto& part : parts(points, encoding_of(points))) segments.push_back(utf8(part));
  return segments;
}

}  // namespace tulay::sms
