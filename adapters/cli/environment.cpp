#include "adapters/cli/environment.hpp"

#include <unistd.h>

#include <string_view>

#include "adapters/cli/settings.hpp"

namespace tulay::cli {

Environment environment() {
  Environment variables;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    variables.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}

GivenSettings read_environment(const Environment& environment, knowledge::Problems& problems) {
  GivenSettings given;
  std::vector<std::string> known;
  for (const auto& setting : settings()) known.push_back(environment_name(setting.name));
  for (const auto& [name, value] : environment) {
    if (!name.starts_with("TULAY_")) continue;
    bool is_setting = false;
    for (const auto& setting : settings()) {
      if (environment_name(setting.name) != name) continue;
      given[std::string(setting.name)] = {{value, value, value}, {name, 0, 0}};
      is_setting = true;
    }
    if (is_setting) continue;
    problems.push_back({knowledge::Severity::error,
                        {name, 0, 0},
                        "there is no such setting",
                        knowledge::did_you_mean(name, known)});
  }
  return given;
}

}  // namespace tulay::cli
