#include "bot/engine/one_at_a_time.hpp"

#include <algorithm>
#include <utility>

namespace tulay::bot {

std::optional<OneAtATime::Turn> OneAtATime::take(std::string_view conversation,
                                                 std::chrono::milliseconds patience) {
  std::string id(conversation);
  std::unique_lock lock(mutex_);
  auto& known = lines_[id];
  if (!known) known = std::make_shared<Line>();
  const auto line = known;
  const auto ticket = ++last_ticket_;
  line->tickets.push_back(ticket);
  if (!line->moved.wait_for(lock, patience, [&] { return line->tickets.front() == ticket; })) {
    lock.unlock();
    leave(id, ticket);
    return std::nullopt;
  }
  return std::optional<Turn>(std::in_place, *this, std::move(id), ticket);
}

void OneAtATime::leave(const std::string& conversation, std::uint64_t ticket) {
  const std::lock_guard lock(mutex_);
  const auto found = lines_.find(conversation);
  auto& line = *found->second;
  line.tickets.erase(std::find(line.tickets.begin(), line.tickets.end(), ticket));
  line.moved.notify_all();
  if (line.tickets.empty()) lines_.erase(found);
}

OneAtATime::Turn::Turn(OneAtATime& owner, std::string conversation, std::uint64_t ticket)
    : owner_(&owner), conversation_(std::move(conversation)), ticket_(ticket) {}

OneAtATime::Turn::Turn(Turn&& other) noexcept
    : owner_(std::exchange(other.owner_, nullptr)),
      conversation_(std::move(other.conversation_)),
      ticket_(other.ticket_) {}

OneAtATime::Turn::~Turn() {
  if (owner_ != nullptr) owner_->leave(conversation_, ticket_);
}

}  // namespace tulay::bot
