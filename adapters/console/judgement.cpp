#include "adapters/console/judgement.hpp"

#include <algorithm>

namespace tulay::console {

Response response_to(const std::vector<bot::Reply>& replies) {
  Response response;
  for (const auto& reply : replies) {
    if (reply.outcome == bot::Outcome::fallback) continue;
    if (reply.outcome == bot::Outcome::clarify) {
      response.clarified = true;
      for (const auto& offer : reply.suggestions) response.offered.push_back(offer.intent);
      continue;
    }
    response.answered = true;
    response.intents.push_back(reply.intent.value_or(""));
  }
  return response;
}

Verdict judge(const Utterance& utterance, const Response& response) {
  const auto fits = [&](const std::string& label) { return utterance.accepts(label); };
  const bool all_fit = std::all_of(response.intents.begin(), response.intents.end(), fits);
  if (response.answered && all_fit) return utterance.in_scope() ? Verdict::direct : Verdict::rejected;
  if (response.answered) return utterance.in_scope() ? Verdict::wrong : Verdict::false_answer;
  if (!utterance.in_scope()) return response.clarified ? Verdict::asked : Verdict::rejected;
  const bool offered = std::any_of(response.offered.begin(), response.offered.end(), fits);
  return offered ? Verdict::clarify : Verdict::missed;
}

int Tally::count(Verdict verdict) const {
  const auto found = counts_.find(verdict);
  return found == counts_.end() ? 0 : found->second;
}

int Tally::in_scope() const {
  return count(Verdict::direct) + count(Verdict::clarify) + count(Verdict::wrong) + count(Verdict::missed);
}

int Tally::out_of_scope() const {
  return count(Verdict::rejected) + count(Verdict::asked) + count(Verdict::false_answer);
}

double Tally::percent(Verdict verdict) const {
  const int all = verdict >= Verdict::rejected ? out_of_scope() : in_scope();
  return all == 0 ? 0 : 100.0 * count(verdict) / all;
}

}  // namespace tulay::console
