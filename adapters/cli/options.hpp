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

struct StoreOptions {
  std::filesystem::path file;
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
  CasesOptions cases;
};

/// Ends the program at once: help was asked for (status 0, on stdout) or the usage is wrong (2, on stderr).
struct Farewell {
  int status = 0;
  std::string text;
};

[[nodiscard]] tl::expected<Options, Farewell> read_options(const std::vector<std::string>& arguments);

}  // namespace tulay::cli
