#include <filesystem>
#include <fstream>

#include "bot/chat.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
namespace fs = std::filesystem;

namespace {

/// A copy of the shipped data that a test may break.
class CopiedData {
 public:
  CopiedData() { fakes::copy_data(TULAY_SOURCE_DIR, folder_.path()); }
  void append(const std::string& file, const std::string& text) const {
    std::ofstream(folder_.path() / file, std::ios::app) << text;
  }
  void remove(const std::string& file) const { fs::remove(folder_.path() / file); }

  /// What is wrong with it, one line each; empty when it loads.
  [[nodiscard]] std::vector<std::string> faults() const {
    knowledge::Problems problems;
    const auto snapshot = bot::Snapshot::load(folder_.path(), fakes::a_firm(), problems);
    std::vector<std::string> lines;
    for (const auto& problem : problems) lines.push_back(knowledge::to_string(problem));
    CHECK((snapshot == nullptr) == knowledge::has_errors(problems));
    return lines;
  }

 private:
  fakes::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("the shipped data has no fault") { CHECK(CopiedData().faults().empty()); }

TEST_CASE("an edit that can't be read is one line, with its place") {
  const CopiedData data;
  data.append("knowledge/topics/fee.toml", "x = [\n");
  const auto faults = data.faults();
  REQUIRE(faults.size() == 1);
  CHECK(contains(faults[0], "knowledge/topics/fee.toml:"));
  CHECK(contains(faults[0], "check quotes and brackets near this place"));
}

TEST_CASE("a pattern over a concept that is not there is refused, and the nearest name given") {
  const CopiedData data;
  data.append("intents/patterns/fee.toml", "\n[[pattern]]\nall = ['parolee', 'reparol']\nweight = 2.0\n");
  const auto faults = data.faults();
  REQUIRE_FALSE(faults.empty());
  CHECK(contains(faults.back(), "intents/patterns/fee.toml:"));
  CHECK(contains(faults.back(), "did you mean 'reparole'?"));
}

TEST_CASE("an intent without an answer is refused") {
  const CopiedData data;
  data.remove("knowledge/topics/work_permit.toml");
  const auto faults = data.faults();
  REQUIRE_FALSE(faults.empty());
  CHECK(contains(faults[0], "work_permit"));
}
