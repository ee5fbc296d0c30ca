#include "adapters/sms/postman.hpp"

#include <string>
#include <utility>

namespace tulay::sms {
namespace {

constexpr int threads = 4;                     // a slow answer of the gateway holds up only its own text
constexpr std::chrono::seconds look_every{1};  // for what has become due, and what another program queued

}  // namespace

Postman::Postman(bot::Outbox& outbox, OutboxSender& sender, std::function<void(std::string_view)> failed)
    : outbox_(outbox), sender_(sender), failed_(std::move(failed)) {
  for (int i = 0; i < threads; ++i)
    threads_.emplace_back([this](const std::stop_token& stop) { send_until_stopped(stop); });
}

tl::expected<void, bot::StoreError> Postman::queue(const bot::QueuedText& text) {
  auto queued = outbox_.queue(text);
  const std::lock_guard guard(mutex_);
  ++queued_;
  woken_.notify_all();
  return queued;
}

void Postman::send_until_stopped(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::uint64_t seen = 0;
    {
      const std::lock_guard guard(mutex_);
      seen = queued_;
    }
    if (const auto sent = sender_.send_due(); !sent)
      failed_("the outbox cannot be read: " + sent.error().detail);
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, stop, look_every, [&] { return queued_ != seen; });
  }
}

}  // namespace tulay::sms
