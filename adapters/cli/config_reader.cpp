#include "adapters/cli/config_reader.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <utility>

#include "adapters/cli/settings.hpp"

namespace tulay::cli {

const Given* Reader::find(std::string_view name) const {
  const auto found = given_.find(name);
  return found == given_.end() ? nullptr : &found->second;
}

void Reader::fault(const Given& given, std::string message, std::string remedy) {
  problems_.push_back({knowledge::Severity::error, given.at, std::move(message), std::move(remedy)});
}

void Reader::add(const knowledge::Problems& more) {
  problems_.insert(problems_.end(), more.begin(), more.end());
}

void Reader::text(std::string_view name, std::string& into) {
  const auto* const given = find(name);
  if (given == nullptr) return;
  if (given->value.en.empty()) fault(*given, std::string(name) + " is empty");
  into = given->value.en;
}

void Reader::yes_no(std::string_view name, bool& into) {
  const auto* const given = find(name);
  if (given == nullptr) return;
  into = given->value.en == "true";
  if (!into && given->value.en != "false")
    fault(*given, std::string(name) + " must be true or false, not '" + given->value.en + "'");
}

void Reader::whole(std::string_view name, int& into) {
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

void Reader::texts(std::string_view name, std::vector<std::string>& into) const {
  const auto* const given = find(name);
  if (given == nullptr) return;
  into.clear();
  std::string_view joined = given->value.en;
  while (!joined.empty()) {
    const auto comma = std::min(joined.find(','), joined.size());
    auto part = joined.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) into.emplace_back(part);
    joined.remove_prefix(std::min(comma + 1, joined.size()));
  }
}

std::vector<std::string> Reader::secret_lines(std::string_view name) {
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

}  // namespace tulay::cli
