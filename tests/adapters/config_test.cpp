#include "adapters/cli/config.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "adapters/cli/config_file.hpp"
#include "adapters/cli/environment.hpp"
#include "adapters/cli/options.hpp"
#include "adapters/cli/settings.hpp"
#include "knowledge/data_file.hpp"

using namespace tulay;
using namespace tulay::cli;

namespace {

std::string printed(const knowledge::Problems& problems) {
  std::string out;
  for (const auto& problem : problems) out += knowledge::to_string(problem) + "\n";
  return out;
}

Config config_of(const GivenSettings& given, bool demo = false) {
  knowledge::Problems problems;
  auto config = make_config(given, {"/data", demo, true}, problems);
  INFO(printed(problems));
  REQUIRE(config.has_value());
  return *config;
}

GivenSettings file(const std::string& text) {
  knowledge::Problems problems;
  auto given = read_config_text(text, "tulay.toml", problems);
  INFO(printed(problems));
  REQUIRE(problems.empty());
  return given;
}

/// Everything that is printed for a file, be it read or made into a Config.
std::string faults_of(const std::string& text) {
  knowledge::Problems problems;
  const auto given = read_config_text(text, "tulay.toml", problems);
  if (problems.empty()) (void)make_config(given, {"/data", false, true}, problems);
  return printed(problems);
}

}  // namespace

TEST_CASE("without any setting the built-in defaults run the demo") {
  const auto config = config_of({}, true);
  CHECK(config.listen_address == "127.0.0.1");
  CHECK(config.listen_port == 8080);
  CHECK(config.data_dir == "/data");
  CHECK(config.store_file == ":memory:");
  CHECK(config.allowed_origins.empty());
  CHECK(config.firm.values.at("phone").en == "(213) 555-0100");
  CHECK(config.firm.time_zone == "America/Los_Angeles");
  CHECK(config_of({}).store_file == "tulay.db");
}

TEST_CASE("a file sets everything") {
  const auto config = config_of(file(R"(
[listen]
address = '::1'
port = 0
[store]
file = '/var/lib/tulay/tulay.db'
[web]
allowed_origins = ['https://www.example.com', 'http://localhost:3000']
[firm]
name = 'Bridge Law'
hours = { en = 'nine to five', es = 'de nueve a cinco', tl = 'alas nuwebe' }
parking = 'behind the house'
time_zone = 'America/New_York'
[limits]
messages_per_minute = 5
workers = 3
waiting = 10
connections = 50
[session]
hours = 24
[log]
level = 'warn'
)"));
  CHECK(config.listen_address == "::1");
  CHECK(config.listen_port == 0);
  CHECK(config.store_file == "/var/lib/tulay/tulay.db");
  CHECK(config.allowed_origins ==
        std::vector<std::string>{"https://www.example.com", "http://localhost:3000"});
  CHECK(config.firm.values.at("name").tl == "Bridge Law");
  CHECK(config.firm.values.at("hours").es == "de nueve a cinco");
  CHECK(config.firm.values.at("parking").en == "behind the house");
  CHECK(config.firm.time_zone == "America/New_York");
  CHECK(config.messages_per_minute == 5);
  CHECK(config.workers == 3);
  CHECK(config.waiting == 10);
  CHECK(config.connections == 50);
  CHECK(config.session_hours == 24);
  CHECK(config.log_level == "warn");
}

TEST_CASE("a flag beats the environment, which beats the file") {
  knowledge::Problems problems;
  const auto from_file = file("[listen]\nport = 1\n[session]\nhours = 1\n[limits]\nworkers = 1\n");
  const auto from_environment =
      read_environment({{"TULAY_LISTEN_PORT", "2"}, {"TULAY_SESSION_HOURS", "2"}, {"HOME", "/"}}, problems);
  const auto options = read_options({"serve", "--listen.port", "3"});
  REQUIRE(options.has_value());
  const auto config = config_of(merged(merged(from_file, from_environment), options->flags));
  CHECK(config.listen_port == 3);
  CHECK(config.session_hours == 2);
  CHECK(config.workers == 1);
}

TEST_CASE("every setting has its flag and its variable") {
  for (const auto& setting : settings()) {
    CHECK(read_options({"check", "--" + std::string(setting.name), "x"}).has_value());
    knowledge::Problems problems;
    CHECK(read_environment({{environment_name(setting.name), "x"}}, problems).contains(setting.name));
    CHECK(problems.empty());
  }
  CHECK(environment_name("web.allowed_origins") == "TULAY_WEB_ALLOWED_ORIGINS");
}

TEST_CASE("a fault in the file is one line with its place, the setting and what to do") {
  const auto [text, line] = GENERATE(table<std::string, std::string>({
      {"[listen]\nport = 'x'\n", "tulay.toml:2:8: error: 'port' must be a whole number\n"},
      {"[listen]\nport = 65536\n",
       "tulay.toml:2:8: error: listen.port must be a whole number from 0 to 65535, not '65536'\n"},
      {"[listen]\nprot = 1\n",
       "tulay.toml:2:8: error: unknown setting 'listen.prot'; did you mean 'listen.port'?\n"},
      {"[lisen]\nport = 1\n", "tulay.toml:1:1: error: unknown key 'lisen'; did you mean 'listen'?\n"},
      {"listen = 1\n", "tulay.toml:1:10: error: 'listen' must be a table\n"},
      {"[web]\nallowed_origins = ['*']\n",
       "tulay.toml:2:19: error: web.allowed_origins has '*', which is not an origin; write it as "
       "https://www.example.com\n"},
      {"[web]\nallowed_origins = ['https://a.example/']\n",
       "tulay.toml:2:19: error: web.allowed_origins has 'https://a.example/', which is not an origin; write "
       "it as "
       "https://www.example.com\n"},
      {"[firm]\ntime_zone = 'Mars/Base'\n",
       "tulay.toml:2:13: error: firm.time_zone 'Mars/Base' is not a known zone; write it as "
       "America/Los_Angeles\n"},
      {"[log]\nlevel = 'loud'\n",
       "tulay.toml:2:9: error: log.level must be debug, info, warn or error, not 'loud'\n"},
      {"[reminders]\ndays = ['400', 'x']\n",
       "tulay.toml:2:8: error: reminders.days has '400', which is not a number from 1 to 365\n"
       "tulay.toml:2:8: error: reminders.days has 'x', which is not a number from 1 to 365\n"},
      {"[data]\ndir = '/nowhere'\n", "tulay.toml:2:7: error: data.dir '/nowhere' has no folder knowledge\n"},
      {"[limits]\nmessages_per_minute = 0\n",
       "tulay.toml:2:23: error: limits.messages_per_minute must be a whole number from 1 to 1000, not '0'\n"},
      {"[firm]\nhours = { en = 'nine' }\n",
       "tulay.toml:2:9: error: 'es' is missing\ntulay.toml:2:9: error: 'tl' is missing\n"},
  }));
  INFO(text);
  CHECK(faults_of(text) == line);
}

TEST_CASE("a fault in a flag or a variable names it") {
  knowledge::Problems problems;
  auto given = read_environment({{"TULAY_SESSION_HOURS", "long"}, {"TULAY_LISTEN_PROT", "1"}}, problems);
  given = merged(given, read_options({"serve", "--listen.port=-1"})->flags);
  (void)make_config(given, {"/data", false, true}, problems);
  CHECK(printed(problems) ==
        "TULAY_LISTEN_PROT: error: there is no such setting; did you mean 'TULAY_LISTEN_PORT'?\n"
        "--listen.port: error: listen.port must be a whole number from 0 to 65535, not '-1'\n"
        "TULAY_SESSION_HOURS: error: session.hours must be a whole number from 1 to 8760, not 'long'\n");
}

TEST_CASE("texts go out by https, or to this machine") {
  const auto host = GENERATE("http://api.example.com", "https://api.example.com/", "api.example.com");
  knowledge::Problems problems;
  (void)make_config(file(std::string("[sms]\ngateway = 'twilio'\napi_url = '") + host + "'\n"),
                    {"/data", false, true}, problems);
  CHECK(printed(problems).find(std::string("tulay.toml:3:11: error: sms.api_url '") + host +
                               "' is no host by https; write it as https://api.example.com\n") == 0);
}

TEST_CASE("cases are isolated from the firm's pages unless somebody says no") {
  CHECK(config_of({}).isolate_cases);
  const auto config = config_of(file("[web]\norigin = 'https://chat.example.com'\nisolate_cases = false\n"));
  CHECK_FALSE(config.isolate_cases);
  CHECK(config.web_origin == "https://chat.example.com");
  CHECK(config.firm.values.at("chat_host").en == "chat.example.com");
  CHECK(faults_of("[web]\norigin = 'chat.example.com'\n").find("not an origin") != std::string::npos);
  CHECK(faults_of("[web]\nisolate_cases = 'yes'\n").find("isolate_cases") != std::string::npos);
}

TEST_CASE("clients of a real firm never get the made-up one") {
  knowledge::Problems problems;
  CHECK_FALSE(
      make_config(file("[firm]\nname = 'Bridge Law'\n"), {"/data", false, false}, problems).has_value());
  CHECK(printed(problems) ==
        "error: not set: firm.attorney, firm.phone, firm.urgent_phone, firm.email, firm.address, firm.hours, "
        "firm.languages, firm.website; set them in tulay.toml under [firm], or try tulay serve --demo\n");
}

TEST_CASE("the command line is read") {
  const auto ask = read_options({"ask", "Hola", "--json", "--explain", "--language", "es", "--today",
                                 "2026-11-23", "--config", "c.toml"});
  REQUIRE(ask.has_value());
  CHECK(ask->command == "ask");
  CHECK(ask->ask.text == "Hola");
  CHECK(ask->ask.json);
  CHECK(ask->ask.explain);
  CHECK(ask->ask.language == knowledge::Language::es);
  CHECK(ask->ask.today == knowledge::date_from_iso("2026-11-23"));
  CHECK(ask->config_file == std::filesystem::path("c.toml"));
  CHECK(read_options({"serve", "--demo"})->demo);
}

TEST_CASE("bad usage is one line and status 2, help is status 0") {
  const auto [arguments, text] = GENERATE(table<std::vector<std::string>, std::string>({
      {std::vector<std::string>{}, "tulay: error: A subcommand is required; see tulay --help\n"},
      {{"ask"}, "tulay: error: text is required; see tulay --help\n"},
      {{"ask", "a", "--today", "2026-02-30"},
       "tulay: error: --today: '2026-02-30' is not a day; write it as 2026-11-23; see tulay --help\n"},
      {{"ask", "a", "--language", "fr"},
       "tulay: error: --language: 'fr' is not en, es or tl; see tulay --help\n"},
      {{"serve", "--nonsense"},
       "tulay: error: The following argument was not expected: --nonsense; see tulay --help\n"},
  }));
  const auto options = read_options(arguments);
  REQUIRE_FALSE(options.has_value());
  CHECK(options.error().status == 2);
  CHECK(options.error().text == text);
  CHECK(read_options({"--help"}).error().status == 0);
  CHECK(read_options({"serve", "--help"}).error().text.find("--listen.port") != std::string::npos);
}
