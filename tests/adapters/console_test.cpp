#include <catch2/catch.hpp>
#include <deque>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "adapters/console/evaluation.hpp"
#include "adapters/console/folds.hpp"
#include "adapters/console/repl.hpp"
#include "fakes/a_firm.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
using console::Verdict;

namespace {

const knowledge::Date today = *knowledge::date_from_iso("2026-11-24");

std::shared_ptr<const bot::Snapshot> shipped() {
  static const auto snapshot = [] {
    knowledge::Problems problems;
    return bot::Snapshot::load(TULAY_SOURCE_DIR, fakes::a_firm(), problems);
  }();
  REQUIRE(snapshot != nullptr);
  return snapshot;
}

console::Corpus corpus_of(const std::string& lines, knowledge::Problems& problems) {
  const fakes::TemporaryFolder folder;
  std::ofstream(folder.path() / "x.jsonl") << lines;
  auto corpus = console::read_corpus(folder.path() / "x.jsonl", problems);
  for (auto& problem : problems) problem.at.file = "x.jsonl";
  return corpus;
}

console::Corpus corpus_of(const std::string& lines) {
  knowledge::Problems problems;
  auto corpus = corpus_of(lines, problems);
  REQUIRE(problems.empty());
  return corpus;
}

/// What staff would see after typing the lines.
std::string typed(std::deque<std::string> lines, bool colour = false) {
  std::string shown;
  const auto firm = fakes::a_firm();
  console::Terminal terminal;
  terminal.colour = colour;
  terminal.write = [&shown](const std::string& text) { shown += text; };
  terminal.read_line = [&lines](const std::string&) -> std::optional<std::string> {
    if (lines.empty()) return std::nullopt;
    auto line = lines.front();
    lines.pop_front();
    return line;
  };
  console::run_console({[](knowledge::Problems&) { return shipped(); }, firm, today}, terminal);
  return shown;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an answer is judged as api.md says") {
  const auto [label, response, verdict] = GENERATE(table<std::string, console::Response, Verdict>({
      {"fee", {true, false, {"fee"}, {}}, Verdict::direct},
      {"fee", {true, false, {"firm_fees"}, {}}, Verdict::direct},  // in `also`
      {"fee", {true, false, {"greeting"}, {}}, Verdict::wrong},
      {"fee", {true, false, {"fee", "greeting"}, {}}, Verdict::wrong},
      {"fee", {false, true, {}, {"greeting", "fee"}}, Verdict::clarify},
      {"fee", {false, true, {}, {"greeting"}}, Verdict::missed},
      {"fee", {false, false, {}, {}}, Verdict::missed},
      {"out_of_scope", {false, false, {}, {}}, Verdict::rejected},
      {"out_of_scope", {false, true, {}, {"fee"}}, Verdict::asked},
      {"out_of_scope", {true, false, {"fee"}, {}}, Verdict::false_answer},
  }));
  console::Utterance utterance;
  utterance.intent = label;
  if (label == "fee") utterance.also = {"firm_fees"};
  CHECK(console::judge(utterance, response) == verdict);
}

TEST_CASE("labelled data is utterances, several questions and dialogues, one a line") {
  const auto corpus =
      corpus_of(R"({"id":"u","text":"how much","lang":"en","intent":"fee","also":["firm_fees"]})"
                "\n\n"
                R"({"id":"m","text":"how much and how long","intents":["fee","processing_time"]})"
                "\n"
                R"({"id":"d","turns":[{"user":"hi","intent":"greeting"},{"user":"how much","intent":"fee"}]})"
                "\n");
  REQUIRE(corpus.utterances.size() == 1);
  CHECK(corpus.utterances[0].accepts("firm_fees"));
  REQUIRE(corpus.several.size() == 1);
  CHECK(corpus.several[0].intents == std::vector<std::string>{"fee", "processing_time"});
  REQUIRE(corpus.dialogues.size() == 1);
  CHECK(corpus.dialogues[0].turns.size() == 2);
}

TEST_CASE("a line that is no labelled utterance is reported with its number, the others are kept") {
  knowledge::Problems problems;
  const auto corpus = corpus_of("{\"text\":\"a\",\"intent\":\"fee\"}\nnonsense\n", problems);
  CHECK(corpus.utterances.size() == 1);
  REQUIRE(problems.size() == 1);
  CHECK(
      knowledge::to_string(problems[0]) ==
      "x.jsonl:2: error: the line is no labelled utterance; each line is a JSON object with text and intent, "
      "text and intents, or turns");
}

TEST_CASE("the figures count each kind of answer") {
  const auto corpus = corpus_of(
      R"({"id":"1","text":"how much is the filing fee","lang":"en","intent":"fee"})"
      "\n"
      R"({"id":"2","text":"how much is the filing fee","lang":"en","intent":"greeting"})"
      "\n"
      R"({"id":"3","text":"what is a good recipe for chicken adobo","lang":"en","intent":"out_of_scope"})"
      "\n"
      R"({"id":"4","text":"How much is the fee? How long does it take?","intents":["fee","processing_time"]})"
      "\n");
  const auto evaluation = console::evaluate(corpus, *shipped(), fakes::a_firm(), today);
  REQUIRE(evaluation.utterances.size() == 3);
  CHECK(evaluation.utterances[0].verdict == Verdict::direct);
  CHECK(evaluation.utterances[1].verdict == Verdict::wrong);
  CHECK(evaluation.utterances[2].verdict == Verdict::rejected);
  CHECK(evaluation.several_right == 1);
  std::ostringstream table;
  console::print_table(evaluation, table);
  CHECK(contains(table.str(), "greeting read as fee"));
}

TEST_CASE("predictions are one JSON object an utterance, with the contract's fields") {
  const auto corpus = corpus_of(R"({"id":"1","text":"how much is the filing fee","lang":"en","intent":"fee"})"
                                "\n");
  std::ostringstream out;
  console::print_predictions(console::evaluate(corpus, *shipped(), fakes::a_firm(), today), out);
  const auto line = nlohmann::json::parse(out.str());
  CHECK(line.at("id") == "1");
  CHECK(line.at("outcome") == "answered");
  CHECK(line.at("intent") == "fee");
  CHECK(line.at("language") == "en");
  CHECK(line.at("candidates").at(0).at("intent") == "fee");
  CHECK(line.at("confidence") == line.at("candidates").at(0).at("score"));
}

TEST_CASE("cross-validation keeps a family in one fold and prints each fold and all together") {
  std::string lines;
  for (int i = 0; i < 6; ++i) {
    lines += R"({"id":")" + std::to_string(i) +
             R"(","text":"how much is the filing fee","lang":"en","intent":"fee"})" + "\n";
  }
  std::ostringstream out;
  console::cross_validate(corpus_of(lines), shipped()->catalog, today, 3, out);
  CHECK(contains(out.str(), "fold 1:"));
  CHECK(contains(out.str(), "fold 3:"));
  CHECK(contains(out.str(), "held out, all folds: direct 100.0%"));
}

TEST_CASE("/why shows the reasoning for the last message") {
  const auto shown = typed({"How much is the filing fee?", "/why"});
  CHECK(contains(shown, "[answered fee]"));
  CHECK(contains(shown, "read as: how much is the filing fee"));
  CHECK(contains(shown, "intents/patterns/fee.toml:"));
}

TEST_CASE("the console answers as the chosen channel would") {
  const auto web = typed({"How much is the filing fee?"});
  const auto sms = typed({"/channel sms", "How much is the filing fee?"});
  CHECK(contains(web, "  1. "));
  CHECK(sms.size() < web.size());
}

TEST_CASE("the day can be set, and a wrong one is explained") {
  CHECK(contains(typed({"/today 2026-13-01"}), "write the day as 2026-11-24"));
  const auto late = typed({"/today 2027-01-01", "my parole ends on 2026-12-31, can I extend it"});
  CHECK(contains(late, "That date has come or passed"));
}

TEST_CASE("commands that need more say what they need") {
  const auto [line, answer] = GENERATE(table<std::string, std::string>({
      {"/lang fr", "use /lang en, /lang es or /lang tl"},
      {"/channel fax", "use /channel web, /channel sms or /channel console"},
      {"/why", "nothing was said yet"},
      {"/what", "/reload"},
      {"/reload", "the old knowledge goes on"},
  }));
  CAPTURE(line);
  CHECK(contains(typed({line}), answer));
}

TEST_CASE("colour is only for a terminal") {
  CHECK(contains(typed({"hello"}, true), "\x1b["));
  CHECK_FALSE(contains(typed({"hello"}, false), "\x1b["));
}
