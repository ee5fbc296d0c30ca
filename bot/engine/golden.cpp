#include "bot/engine/golden.hpp"

namespace tulay::bot {
namespace {

using knowledge::Problems;
using knowledge::Severity;

std::vector<std::string> plain(const std::vector<knowledge::PlacedText>& texts) {
  std::vector<std::string> out;
  out.reserve(texts.size());
  for (const auto& text : texts) out.push_back(text.text);
  return out;
}

std::optional<Channel> channel_named(std::string_view name) {
  if (name == "web") return Channel::web;
  if (name == "sms") return Channel::sms;
  if (name == "console") return Channel::console;
  return std::nullopt;
}

bool one_of(std::string_view allowed, std::string_view value) {
  while (!allowed.empty()) {
    const auto bar = allowed.find('|');
    if (allowed.substr(0, bar) == value) return true;
    if (bar == std::string_view::npos) break;
    allowed.remove_prefix(bar + 1);
  }
  return false;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

void compare(const std::vector<std::string>& expected, const std::vector<std::string>& got,
             std::string_view what, const GoldenTurn& turn, Problems& problems) {
  if (expected.empty()) return;
  bool same = expected.size() == got.size();
  for (std::size_t i = 0; same && i < got.size(); ++i) same = one_of(expected[i], got[i]);
  if (same) return;
  problems.push_back({Severity::error, turn.at,
                      "\"" + turn.client + "\": expected " + std::string(what) + " " + joined(expected) +
                          ", got " + joined(got),
                      ""});
}

void compare(const GoldenTurn& turn, const Said& said, Problems& problems) {
  std::vector<std::string> outcomes;
  std::vector<std::string> intents;
  std::string text;
  for (const auto& reply : said.replies) {
    outcomes.emplace_back(name(reply.outcome));
    intents.push_back(reply.intent.value_or(""));
    text += reply.text + "\n";
  }
  compare(turn.outcomes, outcomes, "outcome", turn, problems);
  compare(turn.intents, intents, "intent", turn, problems);
  for (const auto& fragment : turn.says) {
    if (text.find(fragment) != std::string::npos) continue;
    problems.push_back({Severity::error, turn.at,
                        "\"" + turn.client + "\": the reply does not say \"" + fragment + "\"",
                        "it says: " + text});
  }
  for (const auto& fragment : turn.never) {
    if (text.find(fragment) == std::string::npos) continue;
    problems.push_back({Severity::error, turn.at,
                        "\"" + turn.client + "\": the reply says \"" + fragment + "\"", "it says: " + text});
  }
}

}  // namespace

std::optional<Golden> read_golden(const std::filesystem::path& path, Problems& problems) {
  auto file = knowledge::read_data_file(path, path.filename().string(), problems);
  if (!file) return std::nullopt;
  Golden golden;
  golden.title = file->required_text("title");
  if (const auto day = file->date("today")) {
    golden.today = *day;
  } else {
    file->problem("", "`today` is missing", "say on which day the conversation takes place");
  }
  if (const auto name = file->text("channel")) {
    if (const auto channel = channel_named(*name)) {
      golden.channel = *channel;
    } else {
      file->problem("channel", "unknown channel '" + *name + "'", "use web, sms or console");
    }
  }
  if (const auto tag = file->text("language"))
    golden.language = knowledge::language_from_tag(*tag).value_or(knowledge::Language::en);
  for (auto& table : file->tables("turn")) {
    GoldenTurn turn{table.required_text("client"), plain(table.texts("outcome")),
                    plain(table.texts("intent")),  plain(table.texts("says")),
                    plain(table.texts("never")),   table.at()};
    table.refuse_unknown_keys();
    golden.turns.push_back(std::move(turn));
  }
  if (golden.turns.empty()) file->problem("", "a conversation needs at least one [[turn]]");
  file->refuse_unknown_keys();
  return golden;
}

Problems play(const Golden& golden, const Snapshot& snapshot, const Firm& firm) {
  Problems problems;
  Session session;
  session.channel = golden.channel;
  session.language = golden.language;
  for (const auto& turn : golden.turns) {
    auto said = say(snapshot, firm, session, turn.client, golden.today, {});
    compare(turn, said, problems);
    session = std::move(said.next);
  }
  return problems;
}

}  // namespace tulay::bot
