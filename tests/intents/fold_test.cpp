#include "intents/fold.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

namespace tulay::intents {
namespace {

TEST_CASE("text is made plain for matching") {
  const auto [written, plain] = GENERATE(table<std::string, std::string>({
      {"¿Cuánto CUESTA?", "cuanto cuesta?"},
      {"año", "ano"},
      {"heeelp", "help"},
      {"ｐａｒｏｌｅ", "parole"},
      {"I\xE2\x80\x99m here", "i'm here"},
  }));
  CHECK(fold(written).text.find(plain) != std::string::npos);
}

TEST_CASE("digits are never squeezed: a receipt number keeps its zeros") {
  CHECK(fold("IOE0000000001").text == "ioe0000000001");
}

TEST_CASE("any bytes fold to ASCII, with a way back that never falls") {
  CHECK(rc::check([](const std::vector<unsigned char>& bytes) {
    const std::string text(bytes.begin(), bytes.end());
    const auto folded = fold(text);
    RC_ASSERT(folded.origin.size() == folded.text.size() + 1);
    for (const char c : folded.text) RC_ASSERT(static_cast<unsigned char>(c) < 128);
    for (std::size_t i = 1; i < folded.origin.size(); ++i)
      RC_ASSERT(folded.origin[i - 1] <= folded.origin[i]);
    RC_ASSERT(folded.origin.back() <= text.size());
    RC_ASSERT(folded.text.size() <= 3 * text.size());
    RC_ASSERT(fold(folded.text).text == folded.text);
  }));
}

TEST_CASE("words stand where the client wrote them") {
  const std::string text = "¿Mi re-parole? Sí";
  const auto words = words_of(fold(text));
  REQUIRE(words.size() == 3);
  CHECK(words[1].text == "reparole");
  CHECK(text.substr(words[1].span.begin, words[1].span.end - words[1].span.begin) == "re-parole");
  CHECK(words[1].question);
}

}  // namespace
}  // namespace tulay::intents
