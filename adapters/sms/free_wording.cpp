#include "adapters/sms/free_wording.hpp"

#include <algorithm>

namespace tulay::sms {
namespace {

// Words of ending together with words of texting, or nothing else at all: above 4. A word of ending among
// others ("they told me to stop working"): below 3. To be answered as an opt-out in the chat is little, to
// get no more texts is much, so the second does not count here.
constexpr double clear = 3.5;

}  // namespace

// Not only the best reading: who writes "stop texting me, when does my parole end" wants both.
bool asks_to_end_texts(const intents::Understanding& understanding) {
  const auto asks = [](const intents::Candidate& one) {
    return one.intent == "stop_optout" && one.strength >= clear;
  };
  return std::any_of(understanding.clauses.begin(), understanding.clauses.end(),
                     [&](const intents::Clause& clause) {
                       return std::any_of(clause.candidates.begin(), clause.candidates.end(), asks);
                     });
}

}  // namespace tulay::sms
