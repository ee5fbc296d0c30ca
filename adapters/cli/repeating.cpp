#include "adapters/cli/repeating.hpp"

#include <utility>

namespace tulay::cli {

Repeating::Repeating(std::chrono::seconds pause, std::function<void(const std::stop_token&)> work)
    : pause_(pause), work_(std::move(work)), thread_([this](const std::stop_token& stop) { repeat(stop); }) {}

void Repeating::repeat(const std::stop_token& stop) {
  do {
    work_(stop);
    std::unique_lock lock(mutex_);
    stopping_.wait_for(lock, stop, pause_, [] { return false; });
  } while (!stop.stop_requested());
}

}  // namespace tulay::cli
