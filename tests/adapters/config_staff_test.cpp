#include <catch2/catch.hpp>
#include <string>

#include "adapters/cli/config.hpp"
#include "adapters/cli/config_file.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
using namespace tulay::cli;

namespace {

struct Made {
  std::optional<Config> config;
  std::string faults;
};

Made made(const std::string& text) {
  knowledge::Problems problems;
  Made out;
  const auto given = read_config_text(text, "tulay.toml", problems);
  if (problems.empty()) out.config = make_config(given, {"/data", false, true}, problems);
  for (const auto& problem : problems) out.faults += knowledge::to_string(problem) + "\n";
  return out;
}

}  // namespace

TEST_CASE("the office's hours and closed days are read, and replace those of the made-up firm") {
  const auto config = made(
                          "[office]\nopen = ['mon-thu 8:00-16:00', 'fri 8:00-12:00']\nclosed = ['12-25', "
                          "'2026-11-26']\n")
                          .config;
  REQUIRE(config.has_value());
  const auto& office = config->firm.office;
  REQUIRE(office.open.size() == 2);
  CHECK(office.open[1].to == 12 * 60);
  CHECK(office.closed.size() == 2);
  CHECK(office.open_at({*knowledge::date_from_iso("2026-11-24"), 8 * 60}));
}

TEST_CASE("hours and days that nobody can read are faults") {
  CHECK(made("[office]\nopen = ['weekdays nine to five']\n")
            .faults.find("office.open has 'weekdays nine to five', which are no hours") != std::string::npos);
  CHECK(made("[office]\nclosed = ['Christmas']\n")
            .faults.find("office.closed has 'Christmas', which is no day") != std::string::npos);
}

TEST_CASE("a webhook needs a safe address and a secret in a file") {
  const fakes::TemporaryFolder folder;
  fakes::write(folder.path() / "secret", "made up\n");
  const auto file = "webhook_secret_file = '" + (folder.path() / "secret").string() + "'\n";
  const auto good = made("[notify]\nwebhook_url = 'https://staff.example/hook'\n" + file);
  REQUIRE(good.config.has_value());
  CHECK(good.config->notify.webhook_secret == "made up");
  CHECK_FALSE(good.config->notify.details);
  CHECK(made("[notify]\nwebhook_url = 'http://staff.example/hook'\n" + file).faults.find("is not safe") !=
        std::string::npos);
  CHECK(made("[notify]\nwebhook_url = 'https://staff.example/hook'\n")
            .faults.find("but notify.webhook_secret_file is not") != std::string::npos);
  CHECK(made("[notify]\ndetails = 'perhaps'\n").faults.find("must be yes or no") != std::string::npos);
}

TEST_CASE("mail needs a server and addresses") {
  const auto good = made(
      "[notify]\nmail_server = 'smtp://127.0.0.1:25'\nmail_from = 'bot@example.com'\nmail_to = "
      "['a@example.com', 'b@example.com']\ndetails = 'yes'\n");
  REQUIRE(good.config.has_value());
  CHECK(good.config->notify.mail_to.size() == 2);
  CHECK(good.config->notify.details);
  CHECK(made("[notify]\nmail_server = 'mail.example.com'\nmail_from = 'a@b.c'\nmail_to = ['a@b.c']\n")
            .faults.find("is no mail server") != std::string::npos);
  CHECK(made("[notify]\nmail_server = 'smtp://127.0.0.1'\nmail_from = 'bot'\nmail_to = ['a@b.c']\n")
            .faults.find("is no address") != std::string::npos);
}
