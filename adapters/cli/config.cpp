#include "adapters/cli/config.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "adapters/cli/config_cases.hpp"
#include "adapters/cli/config_reader.hpp"
#include "adapters/cli/made_up_firm.hpp"
#include "adapters/cli/settings.hpp"
#include "bot/server/client_address.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::cli {
namespace {

using knowledge::Problems;

constexpr std::array required_of_firm{"name",    "attorney", "phone",     "urgent_phone", "email",
                                      "address", "hours",    "languages", "website"};

// As browsers send it: scheme, host, perhaps a port, nothing after.
bool is_origin(std::string_view text) {
  const auto rest = text.starts_with("https://")  ? text.substr(8)
                    : text.starts_with("http://") ? text.substr(7)
                                                  : "";
  return !rest.empty() && rest.find_first_of("/*?#@, ") == std::string_view::npos &&
         std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void read_proxies(Reader& reader, Config& config) {
  const auto* const given = reader.find("listen.trusted_proxies");
  if (given == nullptr) return;
  reader.texts("listen.trusted_proxies", config.trusted_proxies);
  for (const auto& proxy : config.trusted_proxies) {
    if (server::is_address(proxy)) continue;
    reader.fault(*given, "listen.trusted_proxies has '" + proxy + "', which is no address",
                 "write it as 127.0.0.1 or 2001:db8::7");
  }
}

void read_origins(Reader& reader, Config& config) {
  const auto* const given = reader.find("web.allowed_origins");
  if (given == nullptr) return;
  reader.texts("web.allowed_origins", config.allowed_origins);
  for (const auto& origin : config.allowed_origins) {
    if (is_origin(origin)) continue;
    reader.fault(*given, "web.allowed_origins has '" + origin + "', which is not an origin",
                 "write it as https://www.example.com");
  }
}

// The frame must know pages of its own from pages of others.
void read_isolation(Reader& reader, Config& config) {
  reader.yes_no("web.isolate_cases", config.isolate_cases);
  reader.text("web.origin", config.web_origin);
  const auto* const origin = reader.find("web.origin");
  if (origin != nullptr && !is_origin(config.web_origin))
    reader.fault(*origin, "web.origin is '" + config.web_origin + "', which is not an origin",
                 "write it as https://chat.example.com");
  if (const auto host = config.web_origin.find("://"); host != std::string::npos) {
    const auto name = config.web_origin.substr(host + 3);
    config.firm.values["chat_host"] = {name, name, name};
  }
  if (config.demo || !config.cases.set_up() || config.allowed_origins.empty()) return;
  if (!config.isolate_cases || origin != nullptr) return;
  reader.fault(*reader.find("web.allowed_origins"),
               "pages may call, and there are cases, but web.origin is not set",
               "set web.origin to this server's address as browsers reach it, or web.isolate_cases to false");
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

/// One of two words; true for the first.
void either(Reader& reader, std::string_view name, std::array<std::string_view, 2> words, bool& into) {
  std::string word;
  reader.text(name, word);
  if (word.empty()) return;
  into = word == words[0];
  if (into || word == words[1]) return;
  reader.fault(*reader.find(name), std::string(name) + " must be " + std::string(words[0]) + " or " +
                                       std::string(words[1]) + ", not '" + word + "'");
}

void read_sending(Reader& reader, SmsConfig& sms) {
  reader.text("sms.api_url", sms.api_url);
  reader.whole("sms.segments_per_second", sms.segments_per_second);
  reader.whole("sms.gathers_ms", sms.gathers_ms);
  either(reader, "sms.carrier_replies", {"yes", "no"}, sms.carrier_replies);
  either(reader, "sms.es_accents", {"keep", "drop"}, sms.keep_accents);
  const bool safe = sms.api_url.starts_with("https://") || sms.api_url.starts_with("http://127.0.0.1:");
  if (!sms.api_url.empty() && (!safe || sms.api_url.ends_with('/')))
    reader.fault(*reader.find("sms.api_url"), "sms.api_url '" + sms.api_url + "' is no host by https",
                 "write it as https://api.example.com");
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
  reader.texts("sms.numbers", sms.numbers);
  sms.secrets = reader.secret_lines("sms.secret_file");
  const auto keys = reader.secret_lines("sms.api_key_file");
  if (!keys.empty()) sms.api_key = keys.front();
  read_sending(reader, sms);
  for (const auto* const name : {"sms.account", "sms.public_url", "sms.numbers", "sms.secret_file"}) {
    if (reader.find(name) == nullptr)
      problems.push_back({knowledge::Severity::error, reader.find("sms.gateway")->at,
                          "sms.gateway is set, but " + std::string(name) + " is not",
                          "set it in tulay.toml under [sms]"});
  }
}

void read_reminders(Reader& reader, std::vector<int>& days) {
  const auto* const given = reader.find("reminders.days");
  if (given == nullptr) return;
  days.clear();
  std::vector<std::string> written;
  reader.texts("reminders.days", written);
  for (const auto& one : written) {
    int value = 0;
    const auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), value);
    if (error != std::errc() || end != one.data() + one.size() || value < 1 || value > 365)
      reader.fault(*given, "reminders.days has '" + one + "', which is not a number from 1 to 365");
    days.push_back(value);
  }
}

void read_times(Reader& reader, Config& config) {
  reader.whole("session.hours", config.session_hours);
  reader.whole("store.keep_days", config.keep_days);
  if (config.keep_days * 24 >= config.session_hours) return;
  const auto* given = reader.find("store.keep_days");
  if (given == nullptr) given = reader.find("session.hours");
  reader.fault(*given, "a conversation would be erased before it ends: store.keep_days is " +
                           std::to_string(config.keep_days) + ", session.hours " +
                           std::to_string(config.session_hours));
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
  read_proxies(reader, config);
  read_origins(reader, config);
  read_firm(reader, defaults, config, problems);
  read_office(reader, config.firm.office);
  read_notify(reader, config.notify, problems);
  read_sms(reader, config.sms, problems);
  read_reminders(reader, config.reminder_days);
  read_cases(reader, defaults, config);
  read_isolation(reader, config);
  reader.whole("limits.messages_per_minute", config.messages_per_minute);
  reader.whole("limits.block_per_minute", config.block_per_minute);
  reader.whole("limits.block_per_hour", config.block_per_hour);
  reader.whole("limits.block_new_per_minute", config.block_new_per_minute);
  reader.whole("limits.workers", config.workers);
  reader.whole("limits.waiting", config.waiting);
  reader.whole("limits.connections", config.connections);
  read_times(reader, config);
  read_log(reader, config);
  if (problems.size() > before) return std::nullopt;
  return config;
}

}  // namespace tulay::cli
