#include "adapters/cli/teach.hpp"

#include <catch2/catch.hpp>

#include "adapters/cli/made_up_firm.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;

namespace {

const auto today = *knowledge::date_from_iso("2026-11-24");

struct School {
  fakes::TemporaryFolder folder;
  cli::Config config;

  School() {
    fakes::copy_data(TULAY_SOURCE_DIR, folder.path());
    std::filesystem::remove_all(folder.path() / "tests");  // golden conversations have a test of their own
    config.data_dir = folder.path();
    config.firm = cli::made_up_firm();
  }
  std::filesystem::path file(const std::string& intent) const {
    return folder.path() / "intents" / "examples" / (intent + ".toml");
  }
};

}  // namespace

TEST_CASE("a missed question becomes an example, or nothing at all") {
  School school;
  const auto before = fakes::content_of(school.file("fee"));

  const auto learned = cli::teach(
      school.config, {"what does the stamp cost at your place", knowledge::Language::en, "fee"}, today);
  REQUIRE(learned.has_value());
  CHECK(learned->file == school.file("fee"));
  CHECK(fakes::content_of(school.file("fee")).find("'what does the stamp cost at your place',") !=
        std::string::npos);

  fakes::write(school.file("fee"), before);
  const auto unknown = cli::teach(school.config, {"x", knowledge::Language::en, "fees"}, today);
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error() == "there is no intent 'fees'\n");

  // Something that TOML cannot hold: the check fails, and the file is as it was.
  const auto broken = cli::teach(school.config, {"bell \x07", knowledge::Language::en, "fee"}, today);
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().starts_with("it would break what is there, so it was undone\n"));
  CHECK(fakes::content_of(school.file("fee")) == before);
}

TEST_CASE("an intent without a file of examples gets one, and loses it again when the check fails") {
  School school;
  std::filesystem::remove(school.file("fee"));
  CHECK_FALSE(cli::teach(school.config, {"bell \x07", knowledge::Language::en, "fee"}, today).has_value());
  CHECK_FALSE(std::filesystem::exists(school.file("fee")));
}
