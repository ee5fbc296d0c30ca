#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "knowledge/knowledge.hpp"

namespace tulay::knowledge {
namespace {

namespace fs = std::filesystem;

/// A copy of the shipped knowledge that a test may spoil.
class Copy {
 public:
  Copy() {
    std::string name = (fs::temp_directory_path() / "tulay-knowledge-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    fs::copy(fs::path(TULAY_SOURCE_DIR) / "knowledge", folder_, fs::copy_options::recursive);
  }
  ~Copy() { fs::remove_all(folder_); }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  void append(const std::string& file, const std::string& text) const {
    std::ofstream(folder_ / file, std::ios::app) << text;
  }
  [[nodiscard]] Problems problems() const {
    Problems found;
    const auto knowledge = Knowledge::load(folder_, found);
    CHECK(knowledge.has_value() == !has_errors(found));
    return found;
  }

 private:
  fs::path folder_;
};

std::optional<Knowledge> shipped() {
  Problems problems;
  auto knowledge = Knowledge::load(fs::path(TULAY_SOURCE_DIR) / "knowledge", problems);
  CHECK_FALSE(has_errors(problems));
  return knowledge;
}

TEST_CASE("each of the firm's rules, R1 to R70, is stated by a topic") {
  const auto knowledge = shipped();
  REQUIRE(knowledge.has_value());
  std::set<std::string> ids;
  for (const auto& rule : knowledge->rules()) ids.insert(rule.id);
  for (int i = 1; i <= 70; ++i) CHECK(ids.count("R" + std::to_string(i)) == 1);
  CHECK(knowledge->rules_without_topic().empty());
}

TEST_CASE("what nobody looked at for long is named") {
  const auto knowledge = shipped();
  REQUIRE(knowledge.has_value());
  CHECK(knowledge->stale_on(*date_from_iso("2036-01-01")).size() >
        knowledge->stale_on(*date_from_iso("2026-11-24")).size());
}

TEST_CASE("a fault anywhere refuses all of the knowledge and says where it is") {
  const auto [file, text, says] = GENERATE(table<std::string, std::string, std::string>({
      {"topics/fee.toml", "\nno_such_key = 1\n", "no_such_key"},
      {"topics/fee.toml", "\nthis is not toml\n", "topics/fee.toml"},
      {"sources.toml", "\n[broken]\n", "sources.toml"},
  }));
  const Copy copy;
  copy.append(file, text);
  const auto problems = copy.problems();
  REQUIRE(has_errors(problems));
  std::string all;
  for (const auto& problem : problems) all += to_string(problem) + "\n";
  CHECK(all.find(says) != std::string::npos);
  CHECK(all.find(file) != std::string::npos);
}

TEST_CASE("knowledge that is not there is one clear fault") {
  Problems problems;
  CHECK_FALSE(Knowledge::load("/nowhere/at/all", problems).has_value());
  CHECK(has_errors(problems));
}

}  // namespace
}  // namespace tulay::knowledge
