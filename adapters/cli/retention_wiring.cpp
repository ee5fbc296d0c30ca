#include "adapters/cli/retention_wiring.hpp"

#include <string>
#include <utility>

namespace tulay::cli {
namespace {

constexpr std::chrono::hours erase_every{1};

}  // namespace

RetentionWiring::RetentionWiring(store::Connection& connection, const bot::Entropy& entropy,
                                 const bot::Clock& clock, std::chrono::days kept,
                                 std::function<void(std::string_view)> failed)
    : connection_(connection),
      entropy_(entropy),
      clock_(clock),
      kept_(kept),
      failed_(std::move(failed)),
      thread_([this](const std::stop_token& stop) { erase_until_stopped(stop); }) {}

void RetentionWiring::erase_until_stopped(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (const auto purged = store::purge(connection_, entropy_, kept_, clock_.now(), "server"); !purged)
      failed_("what was kept long enough cannot be erased: " + purged.error().detail);
    std::unique_lock lock(mutex_);
    stopping_.wait_for(lock, stop, erase_every, [] { return false; });
  }
}

}  // namespace tulay::cli
