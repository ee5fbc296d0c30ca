#include "intents/spelling.hpp"

#include <catch2/catch.hpp>

namespace tulay::intents {
namespace {

Spelling speller() {
  Spelling spelling;
  for (const char* word : {"parole", "expire", "humanitarian", "denied", "detained", "cost"})
    spelling.add_target(word);
  spelling.add_guard("casa");
  spelling.keep_apart("denied", "detained");
  spelling.freeze();
  return spelling;
}

TEST_CASE("a slip is mended to the one word within reach") {
  const auto spelling = speller();
  const auto [written, read_as] = GENERATE(table<std::string, std::string>({
      {"parol", "parole"},
      {"praole", "parole"},
      {"expirre", "expire"},
      {"humanitarain", "humanitarian"},
      {"humaniterrian", "humanitarian"},
  }));
  CHECK(spelling.mend(written) == read_as);
}

TEST_CASE("correct, short, numbered and far words are left alone") {
  const auto spelling = speller();
  const auto* const written = GENERATE("parole", "casa", "cst", "par0le", "elephant", "");
  CHECK_FALSE(spelling.mend(written).has_value());
}

TEST_CASE("a slip between words that must not be confused is not guessed") {
  const auto spelling = speller();
  CHECK_FALSE(spelling.mend("detaied").has_value());
}

}  // namespace
}  // namespace tulay::intents
