#include "knowledge/template.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

namespace tulay::knowledge {
namespace {

std::optional<std::string> firm_only(std::string_view name) {
  if (name == "firm.phone") return "(213) 555-0100";
  return std::nullopt;
}

TEST_CASE("placeholders are filled, and what has no value is told, not invented") {
  const auto text = Template::parse("Call {firm.phone} about {fact.fee}.", nullptr);
  REQUIRE(text.has_value());
  CHECK(text->names() == std::vector<std::string>{"firm.phone", "fact.fee"});
  std::vector<std::string> missing;
  CHECK(text->fill(firm_only, &missing) == "Call (213) 555-0100 about .");
  CHECK(missing == std::vector<std::string>{"fact.fee"});
}

TEST_CASE("lines of a paragraph flow together, lists and paragraphs stay") {
  const auto text = Template::parse("one\ntwo\n\nthree\n- a\n- b", nullptr);
  REQUIRE(text.has_value());
  CHECK(text->fill(firm_only) == "one two\n\nthree\n- a\n- b");
}

TEST_CASE("a brace that does not close is refused with a sentence") {
  std::string error;
  CHECK_FALSE(Template::parse("Call {firm.phone", &error).has_value());
  CHECK_FALSE(error.empty());
}

TEST_CASE("any text is either parsed or refused, and a value is never read as a template again") {
  CHECK(rc::check([](const std::string& any) {
    const auto text = Template::parse(any, nullptr);
    if (!text) return;
    std::vector<std::string> missing;
    const auto filled = text->fill([](std::string_view) { return std::optional<std::string>(); }, &missing);
    RC_ASSERT(missing == text->names());
    RC_ASSERT(filled.size() <= any.size());
  }));
  const auto text = Template::parse("{a}", nullptr);
  CHECK(text->fill([](std::string_view) { return std::optional<std::string>("{b}"); }) == "{b}");
}

}  // namespace
}  // namespace tulay::knowledge
