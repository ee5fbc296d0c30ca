#include <catch2/catch.hpp>
#include <numeric>

#include "adapters/sms/characters.hpp"
#include "adapters/sms/form.hpp"
#include "adapters/sms/gsm7.hpp"
#include "adapters/sms/paging.hpp"
#include "adapters/sms/phone_number.hpp"
#include "adapters/sms/segments.hpp"
#include "adapters/sms/transliteration.hpp"
#include "adapters/sms/twiml.hpp"
#include "adapters/sms_vectors.hpp"

using namespace tulay;
using sms_test::json;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

sms::Measure measure_of(const json& encoding, const json& units, const json& segments) {
  return {encoding == "GSM-7" ? sms::Encoding::gsm7 : sms::Encoding::ucs2, units, segments};
}

/// All pages of a text, one MORE after the other.
std::vector<std::string> pages(std::string text) {
  std::vector<std::string> shown;
  while (!text.empty() && shown.size() < 100) {
    auto page = sms::first_page(text, "Reply MORE");
    shown.push_back(page.shown);
    text = page.rest;
  }
  return shown;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

std::string rejoined(const std::vector<std::string>& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto hint = i + 1 < pages.size() ? std::string("\nReply MORE").size() : 0;
    out += pages[i].substr(0, pages[i].size() - hint) + " ";
  }
  return without_blanks(out);
}

}  // namespace

TEST_CASE("the alphabet is that of 3GPP TS 23.038") {
  const auto table = sms_test::data("sms_vectors.json", "gsm7");
  int basic = 0;
  int extended = 0;
  for (char32_t c = 0; c < 0x3000; ++c) {
    basic += sms::septets_of(c) == 1 ? 1 : 0;
    extended += sms::septets_of(c) == 2 ? 1 : 0;
  }
  CHECK(basic == 127);
  CHECK(extended == 10);
  for (const auto& row : table["basic_code_to_codepoint"])
    CHECK(sms::septets_of(row[1].get<char32_t>()) == 1);
  for (const auto& row : table["extension_code_to_codepoint"])
    CHECK(sms::septets_of(row[1].get<char32_t>()) == 2);
}

TEST_CASE("segments are counted as carriers count them") {
  for (const auto& one : sms_test::data("sms_vectors.json", "segmentation")) {
    INFO(one["id"]);
    CHECK(sms::measure(one["text"].get<std::string>()) ==
          measure_of(one["encoding"], one["units"], one["segments"]));
  }
  const auto reference = sms_test::data("sms_segments.json", "texts");
  REQUIRE(reference.size() >= 200);
  for (const auto& row : reference) {
    INFO(row);
    CHECK(sms::measure(row[0].get<std::string>()) == measure_of(row[1], row[2], row[3]));
  }
}

TEST_CASE("segments join to the text again, and none is longer than its room") {
  for (const auto& row : sms_test::data("sms_segments.json", "texts")) {
    const auto text = row[0].get<std::string>();
    const auto parts = sms::split(text);
    CHECK(std::accumulate(parts.begin(), parts.end(), std::string()) == text);
    CHECK(static_cast<int>(parts.size()) == row[3].get<int>());
    for (const auto& part : parts) {
      CHECK(sms::is_utf8(part));
      CHECK(sms::measure(part).segments == 1);
    }
  }
}

TEST_CASE("texts are written in GSM-7") {
  for (const auto& one : sms_test::data("sms_vectors.json", "transliteration")) {
    INFO(one["id"]);
    const auto written = sms::in_gsm7(one["from"].get<std::string>());
    CHECK(written == one["to"]);
    CHECK(sms::measure(written) == measure_of(one["encoding"], one["units"], one["segments"]));
    CHECK(sms::in_gsm7(written) == written);
  }
  CHECK(sms::measure(sms::in_gsm7("\xff\xfe 字 \u202e\u200b ok")).encoding == sms::Encoding::gsm7);
  CHECK(sms::with_accents("¿Cuándo — “sí”?") == "¿Cuándo - \"sí\"?");
}

TEST_CASE("TwiML is what Twilio wants, and markup stays text") {
  for (const auto& one : sms_test::data("sms_vectors.json", "twiml")) {
    INFO(one);
    const auto texts = one["text"].is_null() ? std::vector<std::string>{}
                                             : std::vector<std::string>{one["text"].get<std::string>()};
    CHECK(sms::twiml(texts) == one["xml"]);
  }
  CHECK(sms::twiml({"a", "b"}).find("<Message>a</Message><Message>b</Message>") != std::string::npos);
}

TEST_CASE("a text that fits three segments is one page") {
  CHECK(pages(repeated("a", 459)) == std::vector{repeated("a", 459)});
  CHECK(sms::first_page("  short  ", "Reply MORE").shown == "short");
  CHECK(pages("").empty());
}

TEST_CASE("a longer one breaks at the end of a sentence") {
  const auto sentence = "The office opens at 9 a.m. Monday and helps you with forms. ";
  const auto shown = pages(repeated(sentence, 20));
  REQUIRE(shown.size() == 3);
  for (const auto& page : shown) CHECK(sms::measure(page).segments <= 3);
  CHECK(shown[0].ends_with("forms.\nReply MORE"));
  CHECK(shown[1].ends_with("forms.\nReply MORE"));
  CHECK(shown[2].ends_with("forms."));
  CHECK(rejoined(shown) == without_blanks(repeated(sentence, 20)));
}

TEST_CASE("without sentences it breaks where no date, amount, number or address stands") {
  const std::string whole =
      GENERATE("November 23, 2026", "$1,000 a year", "(213) 555-0100", "23 de noviembre de 2026",
               "ika-23 ng Nobyembre 2026", "PHP 500 po", "https://www.uscis.gov/i-94");
  for (int before = 0; before < 40; ++before) {
    const auto text = repeated("a", before) + repeated(" word", 82) + " " + whole + repeated(" word", 60);
    const auto shown = pages(text);
    INFO(whole << ", " << before);
    CHECK(std::any_of(shown.begin(), shown.end(),
                      [&](const auto& page) { return page.find(whole) != std::string::npos; }));
    CHECK(rejoined(shown) == without_blanks(text));
  }
}

TEST_CASE("a text without blanks breaks between characters, and comes to an end") {
  const std::string letter = GENERATE("a", "€", "á", "\xF0\x9F\x98\x9F");
  const auto text = repeated(letter, 1000);
  const auto shown = pages(text);
  CHECK(shown.size() < 30);
  for (const auto& page : shown) {
    CHECK(sms::is_utf8(page));
    CHECK(sms::measure(page).segments <= 3);
  }
  CHECK(rejoined(shown) == text);
}

TEST_CASE("forms are read byte for byte") {
  using sms::Fields;
  CHECK(sms::fields_of("a=1&b=%C3%B1+x&c&=d&&a=2%") ==
        Fields{{"a", "1"}, {"b", "ñ x"}, {"c", ""}, {"", "d"}, {"a", "2%"}});
  CHECK(sms::fields_of("%4").front().first == "%4");
  CHECK(sms::fields_of("%zz=%2").front() == std::pair<std::string, std::string>{"%zz", "%2"});
  CHECK(sms::only(sms::fields_of("a=1&b=2"), "a") == "1");
  CHECK_FALSE(sms::only(sms::fields_of("a=1&a=1"), "a").has_value());
  const Fields odd{{"a b", "&=%+\n\xF0\x9F\x98\x9F"}, {"", ""}, {"x", ""}};
  CHECK(sms::fields_of(sms::form_of(odd)) == odd);
}

TEST_CASE("only numbers of people are answered") {
  for (const auto* const good : {"+13235550123", "+639171234567", "+525512345678"})
    CHECK(sms::is_subscriber(good));
  for (const auto* const bad :
       {"", "12345", "+12345", "13235550123", "TWILIO", "whatsapp:+13235550123", "+1323555012",
        "+132355501234", "+11235550123", "+0123456789012", "+1323555012x"})
    CHECK_FALSE(sms::is_subscriber(bad));
}
