#include <filesystem>
#include <iostream>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/config_file.hpp"
#include "adapters/cli/environment.hpp"
#include "adapters/cli/options.hpp"
#include "adapters/cli/places.hpp"
#include "adapters/cli/tell.hpp"

namespace {

using namespace tulay;

constexpr const char* usual_file = "tulay.toml";

cli::GivenSettings settings_of_file(const cli::Options& options, knowledge::Problems& problems) {
  if (options.config_file) return cli::read_config_file(*options.config_file, problems);
  if (std::filesystem::exists(usual_file)) return cli::read_config_file(usual_file, problems);
  return {};
}

/// Flag beats environment beats file beats default.
std::optional<cli::Config> configure(const cli::Options& options) {
  knowledge::Problems problems;
  auto given = settings_of_file(options, problems);
  given = cli::merged(std::move(given), cli::read_environment(cli::environment(), problems));
  given = cli::merged(std::move(given), options.flags);
  const bool clients_are_real = (options.command == "serve" || options.command == "remind") && !options.demo;
  const cli::Defaults defaults{cli::default_data_dir(), options.demo, !clients_are_real};
  auto config = problems.empty() ? cli::make_config(given, defaults, problems) : std::nullopt;
  cli::tell(problems);
  return config;
}

/// With files named, no configuration is needed.
std::optional<int> run(const cli::StoreOptions& options) {
  if (options.action == "backup" && !options.to.empty()) return cli::back_up_store(options);
  if (options.action == "restore") return cli::restore_store(options);
  if (options.action == "verify") return cli::verify_store(options);
  return std::nullopt;
}

int run(const cli::StoreOptions& options, const cli::Config& config) {
  if (options.action == "purge") return cli::purge_store(config);
  if (options.action == "migrate") return cli::migrate_store(config);
  return cli::back_up_store({options.action, config.store_file, options.file});
}

int run(const cli::Options& options, const cli::Config& config) {
  if (options.command == "ask") return cli::ask(config, options.ask);
  if (options.command == "check") return cli::check(config, options.check);
  if (options.command == "fit") return cli::fit(config);
  if (options.command == "eval") return cli::eval(config, options.eval);
  if (options.command == "remind") return cli::remind(config, options.remind);
  if (options.command == "review") return cli::review(config, options.review);
  if (options.command == "console") return cli::console(config, options.console);
  if (options.command == "store") return run(options.store, config);
  if (options.command == "cases" && options.cases.action == "check") return cli::check_cases(config);
  if (options.command == "cases" && options.cases.action == "import")
    return cli::import_cases(config, options.cases);
  if (options.command == "cases") return cli::show_case(config, options.cases);
  return cli::serve(config);
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = cli::read_options({argv + 1, argv + argc});
  if (!options) {
    (options.error().status == cli::done ? std::cout : std::cerr) << options.error().text;
    return options.error().status;
  }
  if (options->command == "store") {
    if (const auto status = run(options->store)) return *status;
  }
  const auto config = configure(*options);
  return config ? run(*options, *config) : cli::bad_usage;
}
