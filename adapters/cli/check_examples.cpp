#include "adapters/cli/check_examples.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "intents/understand.hpp"

namespace tulay::cli {
namespace {

using knowledge::Problem;
using knowledge::Severity;

struct Reached {
  std::string intent;  // "fallback" when nothing was understood
  bool asked = false;  // the bot would ask back first
};

Reached reached(const intents::Understanding& understanding) {
  const auto& clause = understanding.clauses.front();
  if (clause.decision == intents::Decision::fallback || clause.candidates.empty()) return {"fallback", false};
  return {clause.candidates.front().intent, clause.decision == intents::Decision::clarify};
}

std::optional<Problem> fault(const intents::Example& example, const Reached& got) {
  const bool declined = got.asked || got.intent == "out_of_scope" || got.intent == "fallback";
  // What is out of scope gets the fallback: both say that it is not ours.
  if ((example.intent == "fallback" || example.intent == "out_of_scope") && declined) return std::nullopt;
  const bool right = got.intent == example.intent;
  if (right && !got.asked) return std::nullopt;
  return Problem{
      right ? Severity::warning : Severity::error, example.at,
      "example '" + example.text +
          (right ? "' is asked back about" : "' reaches " + got.intent + ", not " + example.intent),
      "see why with: tulay ask --explain"};
}

}  // namespace

knowledge::Problems check_examples(const intents::Catalog& catalog, knowledge::Date today) {
  knowledge::Problems problems;
  std::map<std::string, std::string> claimed;
  for (const auto& example : catalog.examples()) {
    const auto got = reached(intents::understand(catalog, example.text, {}, today));
    if (auto problem = fault(example, got)) problems.push_back(std::move(*problem));
    const auto [first, fresh] = claimed.emplace(example.text, example.intent);
    if (!fresh && first->second != example.intent) {
      problems.push_back({Severity::error, example.at,
                          "example '" + example.text + "' is also claimed by " + first->second,
                          "keep it in one of the two"});
    }
  }
  return problems;
}

}  // namespace tulay::cli
