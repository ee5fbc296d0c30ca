#include "bot/engine/summary.hpp"

#include <algorithm>

#include "intents/slot.hpp"

namespace tulay::bot {
namespace {

constexpr std::size_t longest_in_summary = 200;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string made_of(const StoredTurn& turn) {
  std::string out;
  for (const auto& reply : turn.replies) {
    if (!out.empty()) out += "; ";
    out += reply.intent.value_or("");
    if (reply.intent) out += ' ';
    out += "(" + std::string(name(reply.outcome)) + ")";
  }
  return out;
}

}  // namespace

std::string masked_line(std::string_view text, std::size_t longest) {
  auto out = intents::masked(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; }, ' ');
  if (out.size() <= longest) return out;
  while (longest > 0 && continues(out[longest])) --longest;
  return out.substr(0, longest) + "…";
}

std::string summary_of(const std::vector<StoredTurn>& turns, const Session& session) {
  std::string out;
  for (const auto& [kind, value] : session.slots) out.append(kind).append(": ").append(value).append("\n");
  for (const auto& turn : turns) {
    out += "client: " + masked_line(turn.client_text, longest_in_summary) + "\n";
    out += "bot: " + made_of(turn) + "\n";
  }
  return out;
}

}  // namespace tulay::bot
