#include "adapters/cli/made_up_firm.hpp"

namespace tulay::cli {
namespace {

constexpr auto same = knowledge::in_every_language<std::string>;

}  // namespace

bot::Firm made_up_firm() {
  bot::Firm firm;
  firm.values = {
      {"name", same("Puente Law Office")},
      {"attorney", same("Maria Reyes")},
      {"phone", same("(213) 555-0100")},
      {"urgent_phone", same("(213) 555-0199")},
      {"email", same("help@example.com")},
      {"address", same("100 Example Street, Suite 2, Los Angeles, CA 90012")},
      {"hours",
       {"Monday to Friday, 9 a.m. to 5 p.m.", "lunes a viernes, de 9 a.m. a 5 p.m.",
        "Lunes hanggang Biyernes, 9 a.m. hanggang 5 p.m."}},
      {"languages",
       {"English, Spanish and Tagalog", "inglés, español y tagalo", "Ingles, Espanyol at Tagalog"}},
      {"website", same("https://www.example.com")},
  };
  firm.office.open = {*knowledge::open_time_from("mon-fri 9:00-17:00")};
  return firm;
}

}  // namespace tulay::cli
