#include "intents/likeness.hpp"

#include <catch2/catch.hpp>

#include <numeric>
#include <sstream>

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
  Likeness likeness;
  for (const auto* const text : {"how much is the fee", "what does the filing cost", "fee for my child"})
    likeness.add(0, reading_of(text));
  for (const auto* const text : {"where is the office", "is the office open", "when do you open"})
    likeness.add(1, reading_of(text));
  for (const auto* const text : {"what is the weather", "sing a song"}) likeness.add(2, reading_of(text));
  likeness.freeze(3, 60);
  return likeness;
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
  Reading stranger = reading_of("xylophone");
  stranger.anchored = true;  // otherwise its being of no field is itself a likeness
  CHECK(likeness.of(stranger).empty());
}

TEST_CASE("the words that spoke for a reading can be told, the strongest first") {
  const auto reasons = taught().reasons(reading_of("is there a filing fee"), 0);
  REQUIRE_FALSE(reasons.empty());
  CHECK(reasons.front() == "fee");
  CHECK(std::find(reasons.begin(), reasons.end(), "there") == reasons.end());
}

}  // namespace
}  // namespace tulay::intents
