#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

#include "bench/row.hpp"
#include "intents/understand.hpp"

namespace tulay::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::optional<intents::Catalog> loaded(const fs::path& folder) {
  knowledge::Problems problems;
  auto catalog = intents::Catalog::load(folder, problems);
  for (const auto& problem : problems) {
    if (problem.severity == knowledge::Severity::error) std::cerr << to_string(problem) << '\n';
  }
  return catalog;
}

// Each text is put together anew from words of the examples, so that nothing that was seen helps.
std::vector<std::string> fresh_texts(const intents::Catalog& catalog, std::size_t count) {
  std::mt19937 chance(7);  // one seed: each run measures the same texts
  std::vector<std::string> words;
  for (const auto& example : catalog.examples()) {
    for (std::size_t at = 0; at < example.text.size();) {
      const auto end = std::min(example.text.find(' ', at), example.text.size());
      words.push_back(example.text.substr(at, end - at));
      at = end + 1;
    }
  }
  std::vector<std::string> texts(count);
  for (auto& text : texts) {
    const auto length = 4 + chance() % 9;
    for (std::size_t i = 0; i < length; ++i) text += words[chance() % words.size()] + " ";
  }
  return texts;
}

Row timed(std::string what, const intents::Catalog& catalog, const std::vector<std::string>& texts) {
  const auto today = *knowledge::date_from_iso("2026-11-24");
  std::vector<double> samples;
  samples.reserve(texts.size());
  std::size_t clauses = 0;
  for (const auto& text : texts) {
    const auto begin = Clock::now();
    clauses += intents::understand(catalog, text, {}, today).clauses.size();
    samples.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
  }
  if (clauses < texts.size()) std::cerr << "a text was not understood as anything\n";
  Row row{std::move(what)};
  row.p50 = quantile(samples, 0.50);
  row.p99 = quantile(samples, 0.99);
  return row;
}

// The shipped patterns `times` over, over concepts of words that no message holds: what never hits must not
// cost.
class Grown {
 public:
  explicit Grown(int times) {
    std::string name = (fs::temp_directory_path() / "tulay-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
    fs::copy(fs::path(TULAY_SOURCE_DIR) / "intents", folder_ / "intents", fs::copy_options::recursive);
    std::ofstream concepts(folder_ / "intents/concepts/zz_grown.toml");
    std::ofstream patterns(folder_ / "intents/patterns/fee.toml", std::ios::app);
    constexpr int shipped = 900;
    for (int i = 0; i < shipped * (times - 1); ++i) {
      concepts << "[grown_" << i << "]\nall = ['zq" << i << "x', 'zq" << i << "y fee']\n";
      patterns << "\n[[pattern]]\nall = ['grown_" << i << "', 'fee']\nweight = 2.0\n";
    }
  }
  ~Grown() { fs::remove_all(folder_); }
  Grown(const Grown&) = delete;
  Grown& operator=(const Grown&) = delete;
  [[nodiscard]] fs::path intents() const { return folder_ / "intents"; }

 private:
  fs::path folder_;
};

}  // namespace

std::vector<Row> understanding() {
  std::vector<Row> rows;
  const auto shipped = loaded(fs::path(TULAY_SOURCE_DIR) / "intents");
  if (!shipped) return rows;
  const auto texts = fresh_texts(*shipped, 20000);
  rows.push_back(timed("understand, fresh text, shipped patterns", *shipped, texts));
  for (const int times : {6, 20}) {
    const Grown grown(times);
    const auto begin = Clock::now();
    const auto catalog = loaded(grown.intents());
    if (!catalog) continue;
    const double load_us = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
    const std::string name = std::to_string(900 * times) + " patterns";
    rows.push_back(timed("understand, fresh text, about " + name, *catalog, texts));
    rows.push_back({"loaded, about " + name, 0, load_us, load_us});
  }
  auto longest = fresh_texts(*shipped, 20000);
  for (auto& text : longest) {
    while (text.size() < 2000) text += text;
    text.resize(2000);
  }
  longest.resize(500);
  rows.push_back(timed("understand, 2,000 characters", *shipped, longest));
  return rows;
}

}  // namespace tulay::bench
