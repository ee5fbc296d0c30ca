#include "intents/slot.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

namespace tulay::intents {
namespace {

const knowledge::Date today = *knowledge::date_from_iso("2026-11-24");

std::vector<Slot> slots(const std::string& text) { return read_slots(text, fold(text), today); }

TEST_CASE("values are read as people write them") {
  const auto [written, kind, value] = GENERATE(table<std::string, std::string, std::string>({
      {"my receipt is IOE0912345678", "receipt_number", "IOE0912345678"},
      {"ioe 0912345678 po", "receipt_number", "IOE0912345678"},
      {"case HP-2026-0101", "case_number", "HP-2026-0101"},
      {"el 16 de octubre de 2026", "date", "2026-10-16"},
      {"it ends October 16, 2026", "date", "2026-10-16"},
      {"sa Disyembre 5, 2026", "date", "2026-12-05"},
      {"2026-12-05", "date", "2026-12-05"},
      {"code 123456", "code", "123456"},
      {"2", "choice", "2"},
  }));
  const auto found = slots(written);
  REQUIRE(found.size() == 1);
  CHECK(std::string(name(found[0].kind)) == kind);
  CHECK(to_string(found[0].value).find(value) != std::string::npos);
}

TEST_CASE("what only looks like a value is none") {
  const auto* const written =
      GENERATE("next week", "I paid 4000 pesos", "3/10 year bar", "IOE12", "may I ask", "");
  CHECK(slots(written).empty());
}

TEST_CASE("slots of any text stand inside it, in order, apart") {
  CHECK(rc::check([] {
    const auto text = *rc::gen::container<std::string>(rc::gen::element(
        '0', '1', '9', '/', '-', '.', ' ', 'I', 'O', 'E', 'a', 'A', '$', '+', '(', ')', ','));
    std::size_t end = 0;
    for (const auto& slot : slots(text)) {
      RC_ASSERT(slot.span.begin >= end);
      RC_ASSERT(slot.span.begin < slot.span.end);
      RC_ASSERT(slot.span.end <= text.size());
      end = slot.span.end;
    }
  }));
}

TEST_CASE("nothing that tells who someone is stays in a masked text") {
  const auto kept =
      masked("I am at 123 Main St, call 213-555-0188 or ana@example.com, IOE0912345678, A123456789");
  for (const char* secret : {"123", "213", "0188", "ana@", "IOE09", "A1234"})
    CHECK(kept.find(secret) == std::string::npos);
}

}  // namespace
}  // namespace tulay::intents
