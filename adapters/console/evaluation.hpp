#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "adapters/console/corpus.hpp"
#include "adapters/console/judgement.hpp"

namespace tulay::console {

/// One utterance and what became of it.
struct Judged {
  Utterance utterance;
  Verdict verdict = Verdict::missed;
  Response response;
  std::string outcome;  // of the first reply, as on the wire
  double confidence = 0;
  std::string language;  // of the reply
  std::vector<std::pair<std::string, double>> candidates;
};

/// Labelled data played against a snapshot: single utterances, messages with several questions, dialogues.
struct Evaluation {
  std::vector<Judged> utterances;
  int several_right = 0;  // every part answered in order, none invented
  std::vector<std::string> several_wrong;
  int turns = 0;
  int turns_right = 0;
  std::vector<std::string> turns_wrong;
  std::size_t several = 0;
};

[[nodiscard]] Evaluation evaluate(const Corpus& corpus, const bot::Snapshot& snapshot, const bot::Firm& firm,
                                  knowledge::Date today);

/// The quality table: all, by language, channel and style; then the worst confusions and what was lost.
void print_table(const Evaluation& evaluation, std::ostream& out);
/// The same figures for machines.
void print_json(const Evaluation& evaluation, std::ostream& out);
/// One JSON line an utterance: id, outcome, intent, confidence, candidates, language.
void print_predictions(const Evaluation& evaluation, std::ostream& out);

}  // namespace tulay::console
