#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>

#include "adapters/console/evaluation.hpp"

namespace tulay::console {
namespace {

using Json = nlohmann::json;

constexpr std::size_t worst_shown = 20;

using Tallies = std::map<std::string, Tally>;

Tallies tallies_of(const Evaluation& evaluation) {
  Tallies tallies;
  for (const auto& one : evaluation.utterances) {
    tallies["all"].add(one.verdict);
    tallies["language " + one.utterance.language].add(one.verdict);
    if (!one.utterance.channel.empty()) tallies["channel " + one.utterance.channel].add(one.verdict);
    if (!one.utterance.style.empty()) tallies["style " + one.utterance.style].add(one.verdict);
  }
  return tallies;
}

void print_row(const std::string& name, const Tally& tally, std::ostream& out) {
  const auto cell = [&](Verdict verdict) {
    out << std::setw(6) << tally.count(verdict) << std::setw(7) << std::fixed << std::setprecision(1)
        << tally.percent(verdict) << '%';
  };
  out << std::left << std::setw(20) << name << std::right << std::setw(5) << tally.in_scope();
  for (const auto verdict : {Verdict::direct, Verdict::clarify, Verdict::wrong, Verdict::missed})
    cell(verdict);
  out << std::setw(6) << tally.out_of_scope();
  for (const auto verdict : {Verdict::rejected, Verdict::asked, Verdict::false_answer}) cell(verdict);
  out << '\n';
}

std::string got(const Judged& one) {
  const auto& labels = one.response.clarified ? one.response.offered : one.response.intents;
  std::string out = one.response.clarified ? "asked back:" : "";
  for (const auto& label : labels) out += (out.empty() ? "" : " ") + label;
  return out.empty() ? "fallback" : out;
}

void print_confusions(const Evaluation& evaluation, std::ostream& out) {
  std::map<std::pair<std::string, std::string>, int> counts;
  for (const auto& one : evaluation.utterances) {
    if (one.verdict == Verdict::wrong || one.verdict == Verdict::false_answer)
      ++counts[{one.utterance.intent, got(one)}];
  }
  std::vector<std::pair<int, std::string>> worst;
  worst.reserve(counts.size());
  for (const auto& [pair, count] : counts) worst.emplace_back(count, pair.first + " read as " + pair.second);
  std::sort(worst.begin(), worst.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (worst.size() > worst_shown) worst.resize(worst_shown);
  out << "\nworst confusions\n";
  for (const auto& [count, what] : worst) out << std::setw(4) << count << "  " << what << '\n';
}

void print_lines(const char* title, const std::vector<std::string>& lines, std::ostream& out) {
  if (lines.empty()) return;
  out << '\n' << title << '\n';
  for (const auto& line : lines) out << "  " << line << '\n';
}

Json figures(const Tally& tally) {
  return {{"in_scope", tally.in_scope()},
          {"direct", tally.percent(Verdict::direct)},
          {"clarify", tally.percent(Verdict::clarify)},
          {"wrong", tally.percent(Verdict::wrong)},
          {"missed", tally.percent(Verdict::missed)},
          {"out_of_scope", tally.out_of_scope()},
          {"rejected", tally.percent(Verdict::rejected)},
          {"asked", tally.percent(Verdict::asked)},
          {"false_answer", tally.percent(Verdict::false_answer)}};
}

}  // namespace

void print_table(const Evaluation& evaluation, std::ostream& out) {
  if (!evaluation.utterances.empty()) {
    out << std::left << std::setw(20) << "" << std::right
        << "   in        direct       clarify         wrong        missed   out      rejected         asked  "
           "false answer\n";
    for (const auto& [name, tally] : tallies_of(evaluation)) print_row(name, tally, out);
    print_confusions(evaluation, out);
  }
  if (evaluation.several > 0) {
    out << "\nseveral questions in one message: " << evaluation.several_right << " of " << evaluation.several
        << " right\n";
    print_lines("not right", evaluation.several_wrong, out);
  }
  if (evaluation.turns > 0) {
    out << "\ndialogues: " << evaluation.turns_right << " of " << evaluation.turns << " turns as expected\n";
    print_lines("not as expected", evaluation.turns_wrong, out);
  }
}

void print_json(const Evaluation& evaluation, std::ostream& out) {
  Json json;
  for (const auto& [name, tally] : tallies_of(evaluation)) json["tallies"][name] = figures(tally);
  if (evaluation.several > 0)
    json["several_questions"] = {{"right", evaluation.several_right}, {"of", evaluation.several}};
  if (evaluation.turns > 0)
    json["dialogue_turns"] = {{"right", evaluation.turns_right}, {"of", evaluation.turns}};
  out << json.dump(2) << '\n';
}

void print_predictions(const Evaluation& evaluation, std::ostream& out) {
  for (const auto& one : evaluation.utterances) {
    Json json{{"id", one.utterance.id},
              {"outcome", one.outcome},
              {"confidence", one.confidence},
              {"language", one.language}};
    json["intent"] = one.response.intents.empty() ? Json() : Json(one.response.intents.front());
    json["candidates"] = Json::array();
    for (const auto& [intent, score] : one.candidates)
      json["candidates"].push_back({{"intent", intent}, {"score", score}});
    out << json.dump() << '\n';
  }
}

}  // namespace tulay::console
