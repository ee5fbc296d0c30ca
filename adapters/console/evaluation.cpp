#include "adapters/console/evaluation.hpp"

namespace tulay::console {
namespace {

bot::Session new_session(knowledge::Language language) {
  bot::Session session;
  session.channel = bot::Channel::console;
  session.language = language;
  return session;
}

knowledge::Language page_language(const std::string& tag) {
  return knowledge::language_from_tag(tag).value_or(knowledge::Language::en);
}

bot::EngineSettings quiet() {
  bot::EngineSettings settings;
  settings.opening = false;
  return settings;
}

Judged judged(const Utterance& utterance, const bot::Said& said) {
  Judged out;
  out.utterance = utterance;
  out.response = response_to(said.replies);
  out.verdict = judge(utterance, out.response);
  out.outcome = name(said.replies.front().outcome);
  out.confidence = said.replies.front().confidence;
  out.language = knowledge::tag(said.next.language);
  for (const auto& candidate : said.trace.understanding.clauses.front().candidates) {
    out.candidates.emplace_back(candidate.intent, candidate.score);
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out.empty() ? "nothing" : out;
}

void play(const Dialogue& dialogue, const bot::Snapshot& snapshot, const bot::Firm& firm,
          knowledge::Date today, Evaluation& evaluation) {
  auto session = new_session(knowledge::Language::en);
  for (const auto& turn : dialogue.turns) {
    auto said = bot::say(snapshot, firm, session, turn.text, today, quiet());
    const auto verdict = judge(turn, response_to(said.replies));
    ++evaluation.turns;
    if (verdict == Verdict::direct || verdict == Verdict::rejected) {
      ++evaluation.turns_right;
    } else {
      const auto response = response_to(said.replies);
      evaluation.turns_wrong.push_back(
          dialogue.id + " \"" + turn.text + "\": " + turn.intent + " expected, got " +
          (response.clarified ? "asked back: " + joined(response.offered) : joined(response.intents)));
    }
    session = std::move(said.next);
  }
}

}  // namespace

Evaluation evaluate(const Corpus& corpus, const bot::Snapshot& snapshot, const bot::Firm& firm,
                    knowledge::Date today) {
  Evaluation evaluation;
  for (const auto& utterance : corpus.utterances) {
    const auto session = new_session(page_language(utterance.language));
    evaluation.utterances.push_back(
        judged(utterance, bot::say(snapshot, firm, session, utterance.text, today, quiet())));
  }
  for (const auto& message : corpus.several) {
    ++evaluation.several;
    const auto said =
        bot::say(snapshot, firm, new_session(knowledge::Language::en), message.text, today, quiet());
    const auto response = response_to(said.replies);
    if (response.intents == message.intents) {
      ++evaluation.several_right;
    } else {
      evaluation.several_wrong.push_back(
          message.id + " \"" + message.text + "\": " + joined(message.intents) + " expected, got " +
          (response.clarified ? "asked back: " + joined(response.offered) : joined(response.intents)));
    }
  }
  for (const auto& dialogue : corpus.dialogues) play(dialogue, snapshot, firm, today, evaluation);
  return evaluation;
}

}  // namespace tulay::console
