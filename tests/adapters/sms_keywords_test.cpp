#include "adapters/sms/keywords.hpp"

#include <catch2/catch.hpp>

#include "adapters/sms/free_wording.hpp"
#include "adapters/sms_vectors.hpp"
#include "intents/understand.hpp"
#include "knowledge/data_file.hpp"

using namespace tulay;
using sms::Command;

namespace {

sms::Keywords shipped() {
  knowledge::Problems problems;
  auto keywords = sms::Keywords::read(std::filesystem::path(TULAY_SOURCE_DIR), problems);
  for (const auto& problem : problems) UNSCOPED_INFO(knowledge::to_string(problem));
  REQUIRE(keywords.has_value());
  return std::move(*keywords);
}

intents::Catalog catalog() {
  knowledge::Problems problems;
  auto loaded = intents::Catalog::load(std::filesystem::path(TULAY_SOURCE_DIR) / "intents", problems);
  REQUIRE(loaded.has_value());
  return std::move(*loaded);
}

std::string action(const sms::Keywords& keywords, const intents::Catalog& catalog, const std::string& text,
                   bool opted_out) {
  if (const auto keyword = keywords.find(text, opted_out)) {
    return keyword->command == Command::opt_out  ? "opt_out"
           : keyword->command == Command::opt_in ? "opt_in"
           : keyword->command == Command::help   ? "help"
                                                 : "more";
  }
  const auto today = *knowledge::date_from_iso("2026-11-23");
  return sms::asks_to_end_texts(intents::understand(catalog, text, {}, today)) ? "opt_out" : "none";
}

}  // namespace

TEST_CASE("STOP, START, HELP and their kin are known, and questions that hold them are not") {
  const auto keywords = shipped();
  const auto known = catalog();
  for (const auto& one : sms_test::data("sms_vectors.json", "keywords")) {
    INFO(one);
    CHECK(action(keywords, known, one["text"], one["opted_out"]) == one["expect"]);
  }
}

TEST_CASE("every word of sms.md is a keyword") {
  const auto keywords = shipped();
  for (const auto* const word :
       {"STOP",   "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL",        "END",    "QUIT",
        "REVOKE", "OPTOUT",  "OPT OUT",  "OPT-OUT",     "REMOVE",        "ALTO",   "PARAR",
        "PARE",   "DETENER", "CANCELAR", "BAJA",        "DARME DE BAJA", "NO MAS", "BASTA",
        "TIGIL",  "ITIGIL",  "HINTO",    "IHINTO",      "TAMA NA"}) {
    INFO(word);
    for (const auto& text :
         {std::string(word), "«" + std::string(word) + "» 😡!!", "please " + std::string(word)}) {
      REQUIRE(keywords.find(text, false).has_value());
      CHECK(keywords.find(text, false)->command == Command::opt_out);
    }
  }
  CHECK(keywords.find("más", false)->command == Command::more);
  CHECK(keywords.find("ALTO", false)->language == knowledge::Language::es);
  CHECK(keywords.find("STOP", false)->carrier_answers);
  CHECK_FALSE(keywords.find("ALTO", false)->carrier_answers);
}

TEST_CASE("a message of polite words alone is no command") {
  const auto keywords = shipped();
  for (const auto* const text : {"", " ", "please", "por favor", "po", "👍", "\xff"})
    CHECK_FALSE(keywords.find(text, true).has_value());
}

TEST_CASE("a wrong keyword file is told with its place") {
  knowledge::Problems problems;
  auto file = knowledge::read_data_text(
      "[opt_out]\nen = ['STOP', 'stop!']\nes = ['ALTO']\ntl = ['TIGIL']\n[help]\nen = ['HELP']\n", "k.toml",
      problems);
  REQUIRE(file.has_value());
  (void)sms::Keywords::read(*file);
  std::string printed;
  for (const auto& problem : problems) printed += knowledge::to_string(problem) + "\n";
  CHECK(printed ==
        "k.toml:2:6: error: 'stop!' says nothing, or stands there twice\n"
        "k.toml:1:1: error: 'opt_in' is missing\n"
        "k.toml:5:1: error: 'es' is missing\n"
        "k.toml:5:1: error: 'tl' is missing\n"
        "k.toml:1:1: error: 'more' is missing\n");
}
