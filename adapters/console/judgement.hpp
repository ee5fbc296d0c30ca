#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "adapters/console/corpus.hpp"
#include "bot/engine/engine.hpp"

namespace tulay::console {

/// How an answer served the client; api.md, section 3. `asked` is an out-of-scope message that was asked back
/// about.
enum class Verdict : std::uint8_t { direct, clarify, wrong, missed, rejected, asked, false_answer };

/// What came back: one intent a reply, and the choices offered where the bot asked back.
struct Response {
  bool answered = false;
  bool clarified = false;
  std::vector<std::string> intents;
  std::vector<std::string> offered;
};

[[nodiscard]] Response response_to(const std::vector<bot::Reply>& replies);
[[nodiscard]] Verdict judge(const Utterance& utterance, const Response& response);

/// Counts of verdicts, and the rates that the figures to reach are about.
class Tally {
 public:
  void add(Verdict verdict) { ++counts_[verdict]; }
  [[nodiscard]] int count(Verdict verdict) const;
  [[nodiscard]] int in_scope() const;
  [[nodiscard]] int out_of_scope() const;
  /// The share of the verdict among the utterances of its kind, in percent; 0 when there are none.
  [[nodiscard]] double percent(Verdict verdict) const;

 private:
  std::map<Verdict, int> counts_;
};

}  // namespace tulay::console
