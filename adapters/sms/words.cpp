#include "adapters/sms/words.hpp"

#include "adapters/sms/characters.hpp"

namespace tulay::sms {
namespace {

constexpr std::size_t most = 2000;

bool is_blank(char32_t c) {
  return c <= U' ' || c == U'\u00A0' || c == U'\u200B' || c == U'\u3000' || c == U'\uFEFF';
}

}  // namespace

std::string words_of(std::string_view text) {
  const auto points = code_points(text);
  std::size_t begin = 0;
  std::size_t end = points.size();
  while (begin < end && is_blank(points[begin])) ++begin;
  while (end > begin && is_blank(points[end - 1])) --end;
  return utf8(std::u32string_view(points).substr(begin, std::min(end - begin, most)));
}

std::string running_text(const bot::TurnResult& result, std::string_view notice) {
  std::string text;
  const auto add = [&](std::string_view part) {
    if (part.empty() || text.find(part) != std::string::npos) return;
    if (!text.empty()) text += "\n";
    text += part;
  };
  for (const auto& reply : result.replies) add(reply.text);
  if (result.handoff) add(result.handoff->text);
  add(notice);
  return text;
}

}  // namespace tulay::sms
