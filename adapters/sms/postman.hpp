#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "adapters/sms/outbox_sender.hpp"

namespace tulay::sms {

/// The threads that empty the outbox, woken by what is queued through it. May be shared by threads.
class Postman final : public bot::Outbox {
 public:
  /// Both must outlive it. `failed` is for the log.
  Postman(bot::Outbox& outbox, OutboxSender& sender, std::function<void(std::string_view)> failed);

  [[nodiscard]] tl::expected<void, bot::StoreError> queue(const bot::QueuedText& text) override;

 private:
  void send_until_stopped(const std::stop_token& stop);

  bot::Outbox& outbox_;
  OutboxSender& sender_;
  std::function<void(std::string_view)> failed_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::uint64_t queued_ = 0;           // texts so far
  std::vector<std::jthread> threads_;  // stop first
};

}  // namespace tulay::sms
