#pragma once

#include <map>
#include <string>

#include "knowledge/language.hpp"
#include "knowledge/office_hours.hpp"

namespace tulay::bot {

/// What only the firm can say of itself (name, phone, hours, …), from the configuration: the value of each
/// {firm.*} placeholder, in three languages. Always there: name attorney phone urgent_phone email address
/// hours languages website. Only if set: fees consultation parking appointments.
struct Firm {
  std::map<std::string, knowledge::Localized<std::string>, std::less<>> values;
  std::string time_zone = "America/Los_Angeles";
  knowledge::OfficeHours office;  // not known: the bot says {firm.hours}
};

}  // namespace tulay::bot
