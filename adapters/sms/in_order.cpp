#include "adapters/sms/in_order.hpp"

namespace tulay::sms {

std::optional<InOrder::Turn> InOrder::take(const std::string& conversation, std::string_view sent_at,
                                           std::chrono::milliseconds patience) {
  const auto arrived = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  auto& known = lines_[conversation];
  if (!known) known = std::make_shared<Line>();
  const auto line = known;
  const Ticket ticket{sent_at, ++arrivals_};
  line->waiting.insert(ticket);
  const auto first = [&] { return !line->taken && *line->waiting.begin() == ticket; };
  // Nobody is woken by time passing: this wait ends only when it is over.
  if (!sent_at.empty()) line->moved.wait_until(lock, arrived + gathers_, [] { return false; });
  const bool mine = line->moved.wait_until(lock, arrived + patience, first);
  line->waiting.erase(ticket);
  if (mine) {
    line->taken = true;
    return std::optional<Turn>(std::in_place, *this, conversation);
  }
  line->moved.notify_all();
  if (line->waiting.empty() && !line->taken) lines_.erase(conversation);
  return std::nullopt;
}

void InOrder::leave(const std::string& conversation) {
  const std::lock_guard guard(mutex_);
  const auto found = lines_.find(conversation);
  found->second->taken = false;
  found->second->moved.notify_all();
  if (found->second->waiting.empty()) lines_.erase(found);
}

}  // namespace tulay::sms
