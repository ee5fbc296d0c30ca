#include "adapters/sms/sms_form.hpp"

#include <catch2/catch.hpp>

using namespace tulay;

namespace {

sms::Accents shipped_accents() {
  knowledge::Problems problems;
  auto accents = sms::Accents::read(TULAY_SOURCE_DIR, problems);
  for (const auto& problem : problems) UNSCOPED_INFO(knowledge::to_string(problem));
  REQUIRE(accents.has_value());
  return std::move(*accents);
}

}  // namespace

TEST_CASE("three segments are the most that a text may take") {
  CHECK_FALSE(sms::fault_of(std::string(459, 'a')).has_value());
  CHECK(sms::fault_of(std::string(460, 'a')) == "is 460 septets long, more than 459");
  CHECK(sms::fault_of(std::string(458, 'a') + "€") == "is 460 septets long, more than 459");  // € counts two
}

TEST_CASE("what a text would lose on its way is named, what is written out is not") {
  CHECK(sms::fault_of("ready ✅") == "'✅' is dropped from a text message");
  CHECK_FALSE(sms::fault_of("“¿Cuándo?” – más… ₱500").has_value());
}

TEST_CASE("a Spanish word that needs its accent is doubtful near a negation or a date, and only there") {
  const auto accents = shipped_accents();
  CHECK(accents.doubtful("Su parole no está vencido.") == "está");
  CHECK(accents.doubtful("Sí, el 5 de mayo.") == "sí");
  CHECK(accents.doubtful("SÍ, nunca") == "sí");
  CHECK(accents.doubtful("Hay más hasta el 23 de noviembre") == "más");
  CHECK_FALSE(accents.doubtful("La oficina está abierta para usted.").has_value());
  CHECK_FALSE(accents.doubtful("Esta carta no vence; si viaja, el parole termina.").has_value());
  CHECK_FALSE(accents.doubtful("Está en la página de la oficina, y eso no cambia.").has_value());  // too far
}
