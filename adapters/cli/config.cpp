#include "adapters/cli/config.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <utility>

#include "adapters/cli/made_up_firm.hpp"
#include "adapters/cli/settings.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::cli {
namespace {

using knowledge::Problems;

constexpr std::array required_of_firm{"name",    "attorney", "phone",     "urgent_phone", "email",
                                      "address", "hours",    "languages", "website"};

/// Reads values out of what was given; every fault becomes a problem at the place where it was written.
class Reader {
 public:
  Reader(const GivenSettings& given, Problems& problems) : given_(given), problems_(problems) {}

  [[nodiscard]] const Given* find(std::string_view name) const {
    const auto found = given_.find(name);
    return found == given_.end() ? nullptr : &found->second;
  }
  void fault(const Given& given, std::string message, std::string remedy = {}) {
    problems_.push_back({knowledge::Severity::error, given.at, std::move(message), std::move(remedy)});
  }
  void text(std::string_view name, std::string& into) {
    const auto* const given = find(name);
    if (given == nullptr) return;
    if (given->value.en.empty()) fault(*given, std::string(name) + " is empty");
    into = given->value.en;
  }
  void whole(std::string_view name, int& into) {
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
    fault(*given, std::string(name) + " must be a whole number from " + std::to_string(limits.least) +
                      " to " + std::to_string(limits.most) + ", not '" + text + "'");
  }

 private:
  const GivenSettings& given_;
  Problems& problems_;
};

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

// As browsers send it: scheme, host, perhaps a port, nothing after.
bool is_origin(std::string_view text) {
  const auto rest = text.starts_with("https://")  ? text.substr(8)
                    : text.starts_with("http://") ? text.substr(7)
                                                  : "";
  return !rest.empty() && rest.find_first_of("/*?#@, ") == std::string_view::npos &&
         std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void read_origins(Reader& reader, Config& config) {
  const auto* const given = reader.find("web.allowed_origins");
  if (given == nullptr) return;
  config.allowed_origins = split(given->value.en);
  for (const auto& origin : config.allowed_origins) {
    if (is_origin(origin)) continue;
    reader.fault(*given, "web.allowed_origins has '" + origin + "', which is not an origin",
                 "write it as https://www.example.com");
  }
}

void read_firm(Reader& reader, const Defaults& defaults, Config& config, Problems& problems) {
  if (defaults.made_up_firm) config.firm = made_up_firm();
  for (const auto& one : settings()) {
    if (one.kind != Kind::localized) continue;
    const auto* const given = reader.find(one.name);
    if (given != nullptr) config.firm.values[std::string(one.name.substr(5))] = given->value;
  }
  std::string missing;
  for (const auto* const key : required_of_firm) {
    if (!config.firm.values.contains(key))
      missing += (missing.empty() ? "firm." : ", firm.") + std::string(key);
  }
  if (!missing.empty()) {
    problems.push_back({knowledge::Severity::error,
                        {},
                        "not set: " + missing,
                        "set them in tulay.toml under [firm], or try tulay serve --demo"});
  }
  reader.text("firm.time_zone", config.firm.time_zone);
  if (!knowledge::day_in_zone({}, config.firm.time_zone)) {
    reader.fault(*reader.find("firm.time_zone"),
                 "firm.time_zone '" + config.firm.time_zone + "' is not a known zone",
                 "write it as America/Los_Angeles");
  }
}

/// The lines of a file that holds a secret: never in the configuration itself, which people read and share.
std::vector<std::string> secret_lines(Reader& reader, std::string_view name) {
  const auto* const given = reader.find(name);
  if (given == nullptr) return {};
  std::ifstream in(given->value.en);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(std::move(line));
  }
  if (lines.empty())
    reader.fault(*given, std::string(name) + " '" + given->value.en + "' can't be read, or is empty",
                 "one secret a line, readable by this user only");
  return lines;
}

void read_sms(Reader& reader, SmsConfig& sms, Problems& problems) {
  reader.text("sms.gateway", sms.gateway);
  if (sms.gateway.empty()) return;
  constexpr std::array gateways{"twilio", "telnyx", "vonage", "plivo"};
  if (std::find(gateways.begin(), gateways.end(), sms.gateway) == gateways.end())
    reader.fault(*reader.find("sms.gateway"),
                 "sms.gateway must be twilio, telnyx, vonage or plivo, not '" + sms.gateway + "'");
  reader.text("sms.account", sms.account);
  reader.text("sms.public_url", sms.public_url);
  if (const auto* const numbers = reader.find("sms.numbers")) sms.numbers = split(numbers->value.en);
  sms.secrets = secret_lines(reader, "sms.secret_file");
  const auto keys = secret_lines(reader, "sms.api_key_file");
  if (!keys.empty()) sms.api_key = keys.front();
  for (const auto* const name : {"sms.account", "sms.public_url", "sms.numbers", "sms.secret_file"}) {
    if (reader.find(name) == nullptr)
      problems.push_back({knowledge::Severity::error, reader.find("sms.gateway")->at,
                          "sms.gateway is set, but " + std::string(name) + " is not",
                          "set it in tulay.toml under [sms]"});
  }
}

void read_cases(Reader& reader, Config& config) {
  reader.text("cases.file", config.cases_file);
  if (config.cases_file.empty() || !config.sms.gateway.empty() || config.demo) return;
  reader.fault(*reader.find("cases.file"), "cases.file is set, but there is no way to send one-time codes",
               "set up [sms] too");
}

void read_log(Reader& reader, Config& config) {
  reader.text("log.level", config.log_level);
  constexpr std::array levels{"debug", "info", "warn", "error"};
  if (std::find(levels.begin(), levels.end(), config.log_level) != levels.end()) return;
  reader.fault(*reader.find("log.level"),
               "log.level must be debug, info, warn or error, not '" + config.log_level + "'");
}

void read_data_dir(Reader& reader, Config& config) {
  std::string folder = config.data_dir.string();
  reader.text("data.dir", folder);
  config.data_dir = folder;
  const auto* const given = reader.find("data.dir");
  if (given == nullptr || std::filesystem::is_directory(config.data_dir / "knowledge")) return;
  reader.fault(*given, "data.dir '" + folder + "' has no folder knowledge");
}

}  // namespace

GivenSettings merged(GivenSettings weaker, GivenSettings stronger) {
  stronger.merge(std::move(weaker));
  return stronger;
}

std::optional<Config> make_config(const GivenSettings& given, const Defaults& defaults, Problems& problems) {
  const auto before = problems.size();
  Reader reader(given, problems);
  Config config;
  config.demo = defaults.demo;
  config.data_dir = defaults.data_dir;
  if (defaults.demo) config.store_file = ":memory:";
  reader.text("listen.address", config.listen_address);
  reader.whole("listen.port", config.listen_port);
  read_data_dir(reader, config);
  reader.text("store.file", config.store_file);
  read_origins(reader, config);
  read_firm(reader, defaults, config, problems);
  read_sms(reader, config.sms, problems);
  read_cases(reader, config);
  reader.whole("limits.messages_per_minute", config.messages_per_minute);
  reader.whole("limits.workers", config.workers);
  reader.whole("limits.waiting", config.waiting);
  reader.whole("limits.connections", config.connections);
  reader.whole("session.hours", config.session_hours);
  read_log(reader, config);
  if (problems.size() > before) return std::nullopt;
  return config;
}

}  // namespace tulay::cli
