#include "adapters/sms/twiml.hpp"

#include "adapters/sms/characters.hpp"

namespace tulay::sms {
namespace {

// Only what may stand in XML 1.0; characters.hpp leaves no surrogates.
bool allowed(char32_t point) {
  if (point < 0x20) return point == U'\t' || point == U'\n' || point == U'\r';
  return point != 0xFFFE && point != 0xFFFF;
}

std::string escaped(std::string_view text) {
  std::u32string out;
  for (const auto point : code_points(text)) {
    if (point == U'&') {
      out += U"&amp;";
    } else if (point == U'<') {
      out += U"&lt;";
    } else if (point == U'>') {
      out += U"&gt;";
    } else if (allowed(point)) {
      out += point;
    }
  }
  return utf8(out);
}

}  // namespace

std::string twiml(const std::vector<std::string>& texts) {
  std::string xml = R"(<?xml version="1.0" encoding="UTF-8"?><Response>)";
  for (const auto& text : texts) xml += "<Message>" + escaped(text) + "</Message>";
  return xml + "</Response>";
}

}  // namespace tulay::sms
