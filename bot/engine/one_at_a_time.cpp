#include "bot/engine/one_at_a_time.hpp"

namespace tulay::bot {

std::optional<OneAtATime::Turn> OneAtATime::take(std::string_view conversation,
                                                 std::chrono::milliseconds patience) {
  std::string id(conversation);
  std::shared_ptr<Seat> seat;
  {
    const std::lock_guard lock(mutex_);
    auto& known = seats_[id];
    if (!known) known = std::make_shared<Seat>();
    seat = known;
  }
  if (!seat->mutex.try_lock_for(patience)) {
    seat.reset();
    leave(id);
    return std::nullopt;
  }
  return std::optional<Turn>(std::in_place, *this, std::move(id), std::move(seat));
}

void OneAtATime::leave(const std::string& conversation) {
  const std::lock_guard lock(mutex_);
  const auto found = seats_.find(conversation);
  if (found != seats_.end() && found->second.use_count() == 1) seats_.erase(found);
}

OneAtATime::Turn::Turn(OneAtATime& owner, std::string conversation, std::shared_ptr<Seat> seat)
    : owner_(&owner), conversation_(std::move(conversation)), seat_(std::move(seat)) {}

OneAtATime::Turn::Turn(Turn&& other) noexcept
    : owner_(other.owner_), conversation_(std::move(other.conversation_)), seat_(std::move(other.seat_)) {}

OneAtATime::Turn::~Turn() {
  if (!seat_) return;
  seat_->mutex.unlock();
  seat_.reset();
  owner_->leave(conversation_);
}

}  // namespace tulay::bot
