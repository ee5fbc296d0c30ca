#include "bot/engine/shape.hpp"

namespace tulay::bot {

std::string as_paragraphs(const std::vector<std::string>& parts, bool sms) {
  std::string out;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += sms ? " " : "\n\n";
    out += part;
  }
  return out;
}

std::string numbered(const std::vector<Suggestion>& suggestions) {
  std::string out;
  for (std::size_t i = 0; i < suggestions.size(); ++i)
    out += "\n" + std::to_string(i + 1) + " " + suggestions[i].label;
  return out;
}

}  // namespace tulay::bot
