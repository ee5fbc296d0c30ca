#include "adapters/console/folds.hpp"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <set>

#include "adapters/console/judgement.hpp"
#include "intents/understand.hpp"

namespace tulay::console {
namespace {

using intents::Thresholds;

// What a mistake costs beside a right answer: never wrong, then answered, then asked back.
constexpr double cost_of_wrong = 4;
constexpr double cost_of_missed = 1;
constexpr double cost_of_asking = 0.5;

Response response_to(const intents::Understanding& understanding) {
  Response response;
  for (const auto& clause : understanding.clauses) {
    if (clause.decision == intents::Decision::answer) {
      response.answered = true;
      response.intents.push_back(clause.candidates.front().intent);
    } else if (clause.decision == intents::Decision::clarify) {
      response.clarified = true;
      for (const auto& candidate : clause.candidates) response.offered.push_back(candidate.intent);
    }
  }
  return response;
}

double cost(const Tally& tally) {
  return cost_of_wrong * (tally.count(Verdict::wrong) + tally.count(Verdict::false_answer)) +
         cost_of_missed * tally.count(Verdict::missed) +
         cost_of_asking * (tally.count(Verdict::clarify) + tally.count(Verdict::asked));
}

class Folds {
 public:
  Folds(const Corpus& corpus, const intents::Catalog& catalog, knowledge::Date today, int folds,
        std::ostream& out)
      : corpus_(corpus), catalog_(catalog), today_(today), folds_(folds), out_(out) {
    std::set<std::string> families;
    for (const auto& utterance : corpus.utterances) families.insert(utterance.family);
    int next = 0;
    for (const auto& family : families) fold_of_[family] = next++ % folds;
  }

  void run() {
    Tally held_out;
    for (int fold = 0; fold < folds_; ++fold) {
      const auto fitted = fit(fold);
      const auto tally = judge_fold(fold, fitted, false, &lost_);
      for (const auto verdict : {Verdict::direct, Verdict::clarify, Verdict::wrong, Verdict::missed,
                                 Verdict::rejected, Verdict::asked, Verdict::false_answer}) {
        for (int i = 0; i < tally.count(verdict); ++i) held_out.add(verdict);
      }
      out_ << "fold " << fold + 1 << ": answer " << fitted.answer << ", alone " << fitted.alone
           << ", clarify " << fitted.clarify << "; ";
      print(tally);
    }
    out_ << "held out, all folds: ";
    print(held_out);
    out_ << "\nlost, with the nearest pattern\n";
    for (const auto& line : lost_) out_ << "  " << line << '\n';
  }

 private:
  [[nodiscard]] Tally judge_fold(int fold, const Thresholds& thresholds, bool others,
                                 std::vector<std::string>* lost) const {
    Tally tally;
    for (const auto& utterance : corpus_.utterances) {
      if ((fold_of_.at(utterance.family) == fold) == others) continue;
      const auto understanding = intents::understand(catalog_, utterance.text, {}, today_, thresholds);
      const auto verdict = judge(utterance, response_to(understanding));
      tally.add(verdict);
      if (lost != nullptr && verdict != Verdict::direct && verdict != Verdict::rejected)
        lost->push_back(told(utterance, understanding));
    }
    return tally;
  }

  [[nodiscard]] static std::string told(const Utterance& utterance,
                                        const intents::Understanding& understanding) {
    std::string out = utterance.id + " " + utterance.intent + " \"" + utterance.text + "\": ";
    for (const auto& candidate : understanding.clauses.front().candidates) {
      if (candidate.evidence.empty()) continue;
      return out + candidate.intent + " at " + knowledge::to_string(candidate.evidence.front().at);
    }
    return out + "no pattern near";
  }

  [[nodiscard]] Thresholds fit(int fold) const {
    Thresholds best = catalog_.thresholds();
    double least = cost(judge_fold(fold, best, true, nullptr));
    for (const double answer : {0.4, 0.5, 0.6, 0.7}) {
      for (const double alone : {0.5, 0.6, 0.7, 0.8}) {
        for (const double clarify : {0.4, 0.5, 0.6}) {
          Thresholds tried = catalog_.thresholds();
          tried.answer = answer;
          tried.alone = alone;
          tried.clarify = clarify;
          const double now = cost(judge_fold(fold, tried, true, nullptr));
          if (now < least) {
            least = now;
            best = tried;
          }
        }
      }
    }
    return best;
  }

  void print(const Tally& tally) const {
    const auto show = [&](const char* name, Verdict verdict) {
      out_ << name << ' ' << std::fixed << std::setprecision(1) << tally.percent(verdict) << "% ";
    };
    show("direct", Verdict::direct);
    show("clarify", Verdict::clarify);
    show("wrong", Verdict::wrong);
    show("missed", Verdict::missed);
    show("| out of scope rejected", Verdict::rejected);
    out_ << '\n';
  }

  const Corpus& corpus_;
  const intents::Catalog& catalog_;
  knowledge::Date today_;
  int folds_;
  std::ostream& out_;
  std::map<std::string, int> fold_of_;
  std::vector<std::string> lost_;
};

}  // namespace

void cross_validate(const Corpus& corpus, const intents::Catalog& catalog, knowledge::Date today, int folds,
                    std::ostream& out) {
  Folds(corpus, catalog, today, folds, out).run();
}

}  // namespace tulay::console
