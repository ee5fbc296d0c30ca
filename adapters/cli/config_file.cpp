#include "adapters/cli/config_file.hpp"

#include <map>
#include <utility>

#include "adapters/cli/config_cases.hpp"
#include "adapters/cli/settings.hpp"
#include "knowledge/data_file.hpp"

namespace tulay::cli {
namespace {

using knowledge::Table;

knowledge::Localized<std::string> read_value(Table& section, std::string_view key, Kind kind) {
  switch (kind) {
    case Kind::whole: {
      const auto number = section.whole(key);
      return knowledge::in_every_language<std::string>(number ? std::to_string(*number) : "");
    }
    case Kind::texts: {
      std::string joined;
      for (const auto& one : section.texts(key)) joined += (joined.empty() ? "" : ",") + one.text;
      return knowledge::in_every_language<std::string>(joined);
    }
    case Kind::yes_no: {
      const auto yes = section.flag(key);
      return knowledge::in_every_language<std::string>(yes.value_or(false) ? "true" : "false");
    }
    case Kind::localized:
      return section.localized_or_one(key);
    case Kind::text:
      break;
  }
  return knowledge::in_every_language<std::string>(section.text(key).value_or(""));
}

void read_section(Table& section, std::string_view name, GivenSettings& given,
                  knowledge::Problems& problems) {
  for (const auto& setting : settings()) {
    const auto dot = setting.name.find('.');
    const auto key = setting.name.substr(dot + 1);
    if (setting.name.substr(0, dot) != name || !section.has(key)) continue;
    const auto before = problems.size();
    auto value = read_value(section, key, setting.kind);
    // A value of the wrong type is one problem, not two.
    if (problems.size() == before) given[std::string(setting.name)] = {std::move(value), section.at(key)};
  }
  if (name == "cases") read_case_tables(section, given);
  for (const auto& key : section.keys()) {
    if (name == "cases" && is_case_table(key)) continue;
    const auto full = std::string(name) + "." + key;
    if (setting(full) != nullptr) continue;
    section.problem(key, "unknown setting '" + full + "'", knowledge::did_you_mean(full, setting_names()));
  }
}

GivenSettings read_settings(Table file, knowledge::Problems& problems) {
  GivenSettings given;
  std::vector<std::string> sections;
  for (const auto& setting : settings()) {
    const auto section = std::string(setting.name.substr(0, setting.name.find('.')));
    if (sections.empty() || sections.back() != section) sections.push_back(section);
  }
  for (const auto& name : sections) {
    if (auto section = file.table(name)) read_section(*section, name, given, problems);
  }
  file.refuse_unknown_keys();
  return given;
}

}  // namespace

GivenSettings read_config_file(const std::filesystem::path& file, knowledge::Problems& problems) {
  auto table = knowledge::read_data_file(file, file.string(), problems);
  return table ? read_settings(std::move(*table), problems) : GivenSettings{};
}

GivenSettings read_config_text(std::string_view text, std::string shown_as, knowledge::Problems& problems) {
  auto table = knowledge::read_data_text(text, std::move(shown_as), problems);
  return table ? read_settings(std::move(*table), problems) : GivenSettings{};
}

}  // namespace tulay::cli
