#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "adapters/cases/import_header.hpp"
#include "adapters/cases/mapping.hpp"
#include "bot/ports/firm.hpp"
#include "knowledge/problem.hpp"

namespace tulay::cli {

/// A setting's value as somebody wrote it, and where: a line of tulay.toml, "--listen.port" or
/// "TULAY_LISTEN_PORT". Lists are joined by commas.
struct Given {
  knowledge::Localized<std::string> value;
  knowledge::SourceLine at;
};
using GivenSettings = std::map<std::string, Given, std::less<>>;

/// The gateway to text by; none while `gateway` is empty.
struct SmsConfig {
  std::string gateway;
  std::string account;
  std::vector<std::string> secrets;
  std::string api_key;
  std::string public_url;
  std::vector<std::string> numbers;
  std::string api_url;
  int segments_per_second = 1;
  bool carrier_replies = true;
  bool keep_accents = false;
  int gathers_ms = 250;
};

/// How staff are told of requests for a person: neither, one or both ways.
struct NotifyConfig {
  std::string webhook_url;
  std::string webhook_secret;
  std::string mail_server;
  std::string mail_user;
  std::string mail_password;
  std::string mail_from;
  std::vector<std::string> mail_to;
  bool details = false;  // with the client's name, contact and words, which then leave this machine
};

enum class CaseAdapter : std::uint8_t { none, demo, sqlite, postgres };

/// Where the firm's cases are and how they are read.
struct CasesConfig {
  CaseAdapter adapter = CaseAdapter::none;
  std::string file;        // SQLite
  std::string connection;  // PostgreSQL; may hold a password
  int deadline_ms = 800;
  int connections = 4;
  bool prepare = true;
  cases::Mapping mapping;
  cases::ImportHeaders import_headers;

  [[nodiscard]] bool set_up() const { return adapter != CaseAdapter::none && adapter != CaseAdapter::demo; }
};

/// Everything that can be set, checked.
struct Config {
  std::string listen_address = "127.0.0.1";
  int listen_port = 8080;
  std::filesystem::path data_dir;
  std::string store_file = "tulay.db";
  int keep_days = 30;  // conversations, after their last message
  std::vector<std::string> trusted_proxies;
  std::vector<std::string> allowed_origins;
  std::string web_origin;  // this server's, as browsers name it; empty: not known
  bool isolate_cases = true;
  CasesConfig cases;
  SmsConfig sms;
  std::vector<int> reminder_days{180, 120, 90, 60, 30, 14, 7};
  NotifyConfig notify;
  bot::Firm firm;
  int messages_per_minute = 20;
  int block_per_minute = 60;
  int block_per_hour = 600;
  int block_new_per_minute = 10;
  int workers = 16;
  int waiting = 1024;
  int connections = 4000;
  int session_hours = 24 * 7;
  std::string log_level = "info";
  bool demo = false;  // made-up firm, page at /, conversations in memory
};

/// What stands in where nothing was set.
struct Defaults {
  std::filesystem::path data_dir;
  bool demo = false;
  bool made_up_firm = true;  // false: every required firm.* must be set
};

/// `stronger` beats `weaker`.
[[nodiscard]] GivenSettings merged(GivenSettings weaker, GivenSettings stronger);

/// Nothing, and a problem for each fault, when a value is wrong or a required one missing.
[[nodiscard]] std::optional<Config> make_config(const GivenSettings& given, const Defaults& defaults,
                                                knowledge::Problems& problems);

}  // namespace tulay::cli
