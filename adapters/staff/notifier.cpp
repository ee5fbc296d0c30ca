#include "adapters/staff/notifier.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tulay::staff {
namespace {

constexpr int first_wait = 5;  // seconds; twice as long each time
constexpr int longest_wait = 3600;
constexpr int most_doublings = 10;

std::chrono::seconds wait_after(const bot::OwedNotice& notice, const NotTold& why) {
  const int backoff = std::min(first_wait << std::min(notice.attempts, most_doublings), longest_wait);
  return std::chrono::seconds(std::clamp(why.retry_after, backoff, longest_wait));
}

}  // namespace

Notifier::Notifier(bot::NoticeDesk& desk, Way& way, const bot::Clock& clock,
                   std::function<void(std::string_view)> failed)
    : desk_(desk), way_(way), clock_(clock), failed_(std::move(failed)) {}

tl::expected<int, bot::StoreError> Notifier::tell_due(const std::stop_token& stop) {
  int told = 0;
  while (!stop.stop_requested()) {
    const auto owed = desk_.owed(way_.name(), clock_.now());
    if (!owed) return tl::unexpected(owed.error());
    if (!*owed) return told;
    const auto& notice = **owed;
    const auto done = way_.tell(notice, stop);
    // What a stop cut short has not failed: the next start tells it.
    if (!done && stop.stop_requested()) return told;
    if (!done) failed_(std::string(way_.name()) + ": " + done.error().why);
    const auto kept =
        done ? desk_.told(notice.request, way_.name())
             : desk_.put_off(notice.request, way_.name(), clock_.now() + wait_after(notice, done.error()));
    if (!kept) return tl::unexpected(kept.error());
    told += done ? 1 : 0;
  }
  return told;
}

}  // namespace tulay::staff
