#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "adapters/cli/config.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/language.hpp"

namespace tulay::cli {

struct AskOptions {
  std::string text;
  std::optional<knowledge::Language> language;
  std::optional<knowledge::Date> today;
  bool json = false;
  bool explain = false;
};

struct CheckOptions {
  std::optional<knowledge::Date> today;
};

struct EvalOptions {
  std::filesystem::path file;  // JSON lines
  std::optional<std::filesystem::path> predictions;
  std::optional<int> folds;
  std::optional<knowledge::Date> today;
  bool json = false;
};

struct ConsoleOptions {
  std::optional<knowledge::Date> today;
};

struct RemindOptions {
  std::optional<knowledge::Date> today;
  bool send = false;
};

/// `tulay review`: without any of these, the open tickets.
struct ReviewOptions {
  bool all = false;  // closed tickets too
  bool json = false;
  std::string show;  // a ticket, with what was said
  std::vector<std::string> close;
  bool missed = false;
  std::optional<std::int64_t> settle;  // a missed question
  std::vector<std::string> teach;      // its number and the intent
  std::string as;                      // the example in other words
  bool summary = false;
  std::optional<knowledge::Date> from;  // the first of the seven days of the summary
  std::optional<std::filesystem::path> html;
};

struct StoreOptions {
  std::string action;  // verify, backup, restore, purge or migrate
  std::filesystem::path file;
  std::filesystem::path to;  // where the copy goes; empty: to `file`, from the store of the configuration
};

struct CasesOptions {
  std::string action;          // check, show or import
  std::string number;          // of a case to show
  std::filesystem::path file;  // to import
};

/// The command line, read.
struct Options {
  std::string command;  // "serve", "ask", "check", …
  std::optional<std::filesystem::path> config_file;
  GivenSettings flags;
  bool demo = false;
  AskOptions ask;
  CheckOptions check;
  EvalOptions eval;
  ConsoleOptions console;
  StoreOptions store;
  RemindOptions remind;
  ReviewOptions review;
  CasesOptions cases;
};

/// Ends the program at once: help was asked for (status 0, on stdout) or the usage is wrong (2, on stderr).
struct Farewell {
  int status = 0;
  std::string text;
};

[[nodiscard]] tl::expected<Options, Farewell> read_options(const std::vector<std::string>& arguments);

}  // namespace tulay::cli
