#include "intents/likeness.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <sstream>

#include "intents/features.hpp"
#include "intents/fitting.hpp"

namespace tulay::intents {
namespace {

Reading reading_of(const std::string& text) {
  Reading reading;
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    ReadWord one;
    one.word.text = word;
    reading.words.push_back(std::move(one));
  }
  return reading;
}

// 0 fee, 1 office, 2 anything else
Likeness taught() {
  std::vector<Lesson> lessons;
  for (const auto* const text : {"how much is the fee", "what does the filing cost", "fee for my child"})
    lessons.push_back({0, features_of(reading_of(text))});
  for (const auto* const text : {"where is the office", "is the office open", "when do you open"})
    lessons.push_back({1, features_of(reading_of(text))});
  for (const auto* const text : {"what is the weather", "sing a song"})
    lessons.push_back({2, features_of(reading_of(text))});
  return Likeness{fit(lessons, 3)};
}

TEST_CASE("a sentence is likest the intent whose examples share its telling words") {
  const auto likeness = taught();
  const auto fee = likeness.of(reading_of("is there a filing fee"));
  REQUIRE(fee.size() == 3);
  CHECK(fee[0] > 0.5);
  const auto office = likeness.of(reading_of("are you open"));
  CHECK(office[1] > 0.5);
}

TEST_CASE("the shares of one sentence are together one, whatever its length") {
  const auto likeness = taught();
  for (const auto* const text :
       {"fee", "the the the", "how much is the fee to open the office on a rainy day"}) {
    const auto share = likeness.of(reading_of(text));
    CHECK(std::accumulate(share.begin(), share.end(), 0.0) == Approx(1));
  }
}

TEST_CASE("nobody is like what shares no word at all") {
  const auto likeness = taught();
  Reading stranger = reading_of("xyz");
  stranger.anchored = true;  // otherwise its being of no field is itself a likeness
  CHECK(likeness.of(stranger).empty());
}

TEST_CASE("the words that spoke for a reading can be told, the strongest first") {
  const auto reasons = taught().reasons(reading_of("is there a filing fee"), 0);
  REQUIRE_FALSE(reasons.empty());
  CHECK(std::find(reasons.begin(), reasons.end(), "fee") != reasons.end());
  CHECK(std::find(reasons.begin(), reasons.end(), "there") == reasons.end());
}

TEST_CASE("a slip of the pen still speaks for the word that was meant") {
  const auto office = taught().of(reading_of("offices"));
  CHECK(office[1] > office[0]);
  CHECK(office[1] > office[2]);
}

TEST_CASE("the same lessons give the same weights") {
  const auto question = reading_of("is the filing fee open");
  CHECK(taught().leanings(question) == taught().leanings(question));
}

TEST_CASE("kept weights say the same as fitted ones, and only for the data they were fitted to") {
  const auto fitted = taught();
  std::stringstream kept;
  fitted.weights().write(kept, 7);
  const auto bytes = kept.str();
  const auto read = [](const std::string& from, std::uint64_t digest, std::size_t intents) {
    std::istringstream in(from);
    return FeatureWeights::read(in, digest, intents);
  };
  const auto again = read(bytes, 7, 3);
  REQUIRE(again);
  const auto question = features_of(reading_of("what does the office cost"));
  CHECK(again->sums(question) == fitted.weights().sums(question));
  CHECK_FALSE(read(bytes, 8, 3));
  CHECK_FALSE(read(bytes, 7, 4));
  for (std::size_t size = 0; size < bytes.size(); size += 7) CHECK_FALSE(read(bytes.substr(0, size), 7, 3));
}

}  // namespace
}  // namespace tulay::intents
