#include "intents/understand.hpp"

#include <algorithm>

#include "intents/catalog_parts.hpp"
#include "intents/clauses.hpp"
#include "intents/context.hpp"
#include "intents/decide.hpp"
#include "intents/weigh.hpp"

namespace tulay::intents {
namespace {

void add_word_slots(const Catalog::Parts& parts, const Reading& reading, std::vector<Slot>& slots) {
  for (const auto& hit : reading.hits) {
    const auto& found = parts.concepts->concept_at(hit.concept_index);
    if (found.slot) slots.push_back({*found.slot, found.id, reading.original(hit.begin, hit.end)});
  }
  std::stable_sort(slots.begin(), slots.end(),
                   [](const Slot& a, const Slot& b) { return a.span.begin < b.span.begin; });
}

std::vector<Slot> within(const std::vector<Slot>& slots, Span span) {
  std::vector<Slot> out;
  std::copy_if(slots.begin(), slots.end(), std::back_inserter(out),
               [&](const Slot& slot) { return slot.span.begin >= span.begin && slot.span.end <= span.end; });
  return out;
}

std::optional<knowledge::Language> language_of(const Catalog::Parts& parts, const Reading& reading) {
  std::vector<Word> words;
  for (const auto& one : reading.words) words.push_back(one.word);
  return parts.markers.language_of(words);
}

Candidate certain(std::string intent) {
  Candidate candidate;
  candidate.intent = std::move(intent);
  candidate.score = 1;
  return candidate;
}

const Candidate* urgent_among(const Catalog::Parts& parts, const Thresholds& t,
                              const std::vector<Candidate>& candidates) {
  const Candidate* most = nullptr;
  int highest = 0;
  for (const auto& candidate : candidates) {
    const int urgency = parts.intents[static_cast<std::size_t>(parts.intent_index(candidate.intent))].urgency;
    const bool told =
        !candidate.suggested && candidate.strength >= t.urgent && candidate.score >= t.urgent_share;
    if (urgency <= highest || !(told || candidate.score >= t.alone)) continue;
    most = &candidate;
    highest = urgency;
  }
  return most;
}

bool asked_in(const std::vector<Part>& questions, std::string_view intent) {
  return std::any_of(questions.begin(), questions.end(),
                     [&](const Part& part) { return part.candidates.front().intent == intent; });
}

Clause clause_of(const Catalog::Parts& parts, Part part, const std::vector<Slot>& slots) {
  Clause clause;
  clause.span = part.reading.original(0, static_cast<int>(part.reading.words.size()));
  clause.language = language_of(parts, part.reading);
  clause.decision = part.decision;
  clause.candidates = std::move(part.candidates);
  clause.slots = within(slots, clause.span);
  return clause;
}

Clause one_question(const Catalog::Parts& parts, const Thresholds& t, const Reading& reading,
                    std::vector<Candidate> candidates, const Understanding& so_far,
                    const std::vector<Slot>& slots, const Context& context, std::string_view utterance) {
  Clause clause;
  clause.span = {0, utterance.size()};
  clause.language = so_far.language;
  clause.slots = slots;
  clause.candidates = std::move(candidates);
  if (auto choice = chosen(parts, reading, slots, context)) {
    clause.candidates = {certain(std::move(*choice))};
    clause.decision = Decision::answer;
    clause.from_context = true;
    return clause;
  }
  clause.decision = leans_on_nothing(parts, reading, slots, context) ? doubt(t, clause.candidates)
                                                                     : decide(t, clause.candidates);
  // "and for my mom?": the words are of many questions, the one meant is the last.
  const bool by_pattern = clause.decision == Decision::answer && !clause.candidates.front().suggested;
  if (!by_pattern && asks_the_same_again(parts, reading, slots, context)) {
    clause.candidates = {certain(*context.last_intent)};
    clause.decision = Decision::answer;
    clause.from_context = true;
  }
  return clause;
}

// "at Costco": a capital within a sentence is a name, not a slip of "cost".
bool looks_like_a_name(const Word& word, std::string_view utterance) {
  const auto written = utterance.substr(word.span.begin, word.span.end - word.span.begin);
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return written.size() > 1 && capital(written[0]) && !capital(written[1]);
}

}  // namespace

std::vector<ReadWord> prepared(const Catalog::Parts& parts, const Folded& folded,
                               std::string_view utterance) {
  std::vector<ReadWord> words;
  for (auto& word : parts.shorthand.expand(words_of(folded))) {
    const bool starts_sentence = words.empty() || words.back().word.after == Break::strong;
    const bool left_alone = word.number || (!starts_sentence && looks_like_a_name(word, utterance));
    const auto mended = left_alone ? std::nullopt : parts.spelling.mend(word.text);
    if (mended) word.text = *mended;
    words.push_back({std::move(word), mended.has_value()});
  }
  return words;
}

Understanding understand(const Catalog& catalog, std::string_view utterance, const Context& context,
                         knowledge::Date today) {
  return understand(catalog, utterance, context, today, catalog.parts().thresholds);
}

Understanding understand(const Catalog& catalog, std::string_view utterance, const Context& context,
                         knowledge::Date today, const Thresholds& t) {
  const auto& parts = catalog.parts();
  const Folded folded = fold(utterance);
  auto slots = read_slots(utterance, folded, today);
  const Reading reading = read(parts, prepared(parts, folded, utterance), slots);
  Understanding out;
  out.folded = reading.line.text;
  for (const auto& [word, mended] : reading.words) {
    if (mended)
      out.mended.push_back({std::string(utterance.substr(word.span.begin, word.span.end - word.span.begin)),
                            word.text, word.span});
  }
  add_word_slots(parts, reading, slots);
  out.language = language_of(parts, reading);

  const int last_intent = context.last_intent ? parts.intent_index(*context.last_intent) : -1;
  auto candidates = weigh(parts, reading, last_intent);
  auto questions = questions_in(parts, t, reading, slots, last_intent);
  const auto* const urgent = urgent_among(parts, t, candidates);
  if (urgent != nullptr && (questions.size() < 2 || !asked_in(questions, urgent->intent))) {
    Clause clause;
    clause.span = {0, utterance.size()};
    clause.language = out.language;
    clause.decision = Decision::answer;
    clause.candidates = {*urgent};
    clause.slots = slots;
    out.clauses.push_back(std::move(clause));
    return out;
  }
  if (questions.size() >= 2) {
    for (auto& part : questions) out.clauses.push_back(clause_of(parts, std::move(part), slots));
    return out;
  }
  // What was said beside the one question, a greeting or a story, is not asked about.
  if (questions.size() == 1 && !is_foreign(t, candidates))
    candidates = std::move(questions.front().candidates);
  out.clauses.push_back(
      one_question(parts, t, reading, std::move(candidates), out, slots, context, utterance));
  return out;
}

}  // namespace tulay::intents
