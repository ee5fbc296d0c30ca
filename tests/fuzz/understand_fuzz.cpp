// Any bytes through the whole way of understanding, with the shipped patterns.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "intents/explain.hpp"
#include "intents/understand.hpp"

namespace {

using tulay::intents::Catalog;

const Catalog& shipped() {
  static const Catalog catalog = [] {
    tulay::knowledge::Problems problems;
    auto loaded = Catalog::load(std::filesystem::path(TULAY_SOURCE_DIR) / "intents", problems);
    if (!loaded) std::abort();
    return *std::move(loaded);
  }();
  return catalog;
}

void insist(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  tulay::intents::Context context;
  if (!text.empty() && text.front() == '>') context.last_intent = "fee";
  const auto meant = understand(shipped(), text, context, *tulay::knowledge::date_from_iso("2026-11-24"));
  insist(!meant.clauses.empty());
  std::size_t end = 0;
  for (const auto& clause : meant.clauses) {
    insist(clause.span.begin >= end && clause.span.begin <= clause.span.end && clause.span.end <= size);
    end = clause.span.end;
    insist(clause.decision == tulay::intents::Decision::fallback || !clause.candidates.empty());
    for (const auto& candidate : clause.candidates) insist(candidate.score >= 0 && candidate.score <= 1);
    for (const auto& slot : clause.slots) insist(slot.span.end <= size);
  }
  insist(!explain(meant, text).empty());
  return 0;
}
