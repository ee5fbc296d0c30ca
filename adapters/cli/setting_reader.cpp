#include "adapters/cli/setting_reader.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "adapters/cli/settings.hpp"

namespace tulay::cli {

const Given* SettingReader::find(std::string_view name) const {
  const auto found = given_.find(name);
  return found == given_.end() ? nullptr : &found->second;
}

void SettingReader::fault(const Given& given, std::string message, std::string remedy) {
  problems_.push_back({knowledge::Severity::error, given.at, std::move(message), std::move(remedy)});
}

void SettingReader::add(knowledge::Problems more) {
  for (auto& problem : more) problems_.push_back(std::move(problem));
}

void SettingReader::text(std::string_view name, std::string& into) {
  const auto* const given = find(name);
  if (given == nullptr) return;
  if (given->value.en.empty()) fault(*given, std::string(name) + " is empty");
  into = given->value.en;
}

void SettingReader::whole(std::string_view name, int& into) {
  const auto* const given = find(name);
  if (given == nullptr) return;
  const auto& text = given->value.en;
  const auto& limits = *setting(name);
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool number = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  if (number && value >= limits.least && value <= limits.most) {
    into = value;
    return;
  }
  fault(*given, std::string(name) + " must be a whole number from " + std::to_string(limits.least) + " to " +
                    std::to_string(limits.most) + ", not '" + text + "'");
}

void SettingReader::flag(std::string_view name, bool& into) {
  const auto* const given = find(name);
  if (given == nullptr) return;
  const auto& text = given->value.en;
  if (text != "true" && text != "false")
    return fault(*given, std::string(name) + " must be true or false, not '" + text + "'");
  into = text == "true";
}

std::vector<std::string> SettingReader::secret_lines(std::string_view name) {
  const auto* const given = find(name);
  if (given == nullptr) return {};
  std::ifstream in(given->value.en);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(std::move(line));
  }
  if (lines.empty())
    fault(*given, std::string(name) + " '" + given->value.en + "' can't be read, or is empty",
          "one secret a line, readable by this user only");
  return lines;
}

std::vector<std::string> split(std::string_view joined) {
  std::vector<std::string> parts;
  while (!joined.empty()) {
    const auto comma = std::min(joined.find(','), joined.size());
    auto part = joined.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    joined.remove_prefix(std::min(comma + 1, joined.size()));
  }
  return parts;
}

}  // namespace tulay::cli
