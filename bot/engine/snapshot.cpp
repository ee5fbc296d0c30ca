#include "bot/engine/snapshot.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iomanip>
#include <sstream>

#include "bot/engine/cross_check.hpp"

namespace tulay::bot {
namespace {

// FNV-1a: tells versions apart in logs and metrics, nothing more.
std::string version_of(const std::filesystem::path& data) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const auto* const folder : {"knowledge", "intents"}) {
    for (const auto& path : knowledge::data_files_below(data / folder)) {
      std::ifstream in(path, std::ios::binary);
      const std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
      for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
  }
  std::ostringstream out;
  out << std::hex << std::setw(16) << std::setfill('0') << hash;
  return out.str();
}

}  // namespace

std::shared_ptr<const Snapshot> Snapshot::load(const std::filesystem::path& data, const Firm& firm,
                                               knowledge::Problems& problems) {
  auto known = knowledge::Knowledge::load(data / "knowledge", problems);
  auto catalog = intents::Catalog::load(data / "intents", problems);
  if (!known || !catalog) return nullptr;
  const auto crossed = cross_check(*known, *catalog, firm);
  problems.insert(problems.end(), crossed.begin(), crossed.end());
  if (knowledge::has_errors(crossed)) return nullptr;
  return std::make_shared<const Snapshot>(Snapshot{std::move(*known), std::move(*catalog), version_of(data)});
}

SnapshotCell::SnapshotCell(std::shared_ptr<const Snapshot> first) : snapshot_(std::move(first)) {}

std::shared_ptr<const Snapshot> SnapshotCell::current() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

void SnapshotCell::replace(std::shared_ptr<const Snapshot> next) {
  const std::lock_guard lock(mutex_);
  snapshot_.swap(next);
}

}  // namespace tulay::bot
