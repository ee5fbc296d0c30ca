#include "bot/server/guests.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tulay::server {
namespace {

using State = Connection::State;

/// Room is made for several at once, so that a flood of new connections does not look through all of them
/// each time.
constexpr std::size_t share_to_close = 16;

/// Who loses least goes first: who waits for nothing, then who is not done asking, then who has not read the
/// answer.
int rank(State state) {
  if (state == State::gathering) return 1;
  return state == State::sending ? 2 : 0;
}

template <typename Wanted>
std::vector<Connection*> chosen(const std::vector<std::unique_ptr<Connection>>& from, Wanted wanted) {
  std::vector<Connection*> found;
  for (const auto& connection : from) {
    if (connection != nullptr && wanted(connection->course)) found.push_back(connection.get());
  }
  return found;
}

}  // namespace

Connection& Guests::admit(std::unique_ptr<Connection> connection) {
  const auto at = static_cast<std::size_t>(connection->descriptor());
  if (by_descriptor_.size() <= at) by_descriptor_.resize(at + 1);
  ++count_;
  by_descriptor_[at] = std::move(connection);
  return *by_descriptor_[at];
}

bool Guests::make_room() {
  auto idle = chosen(by_descriptor_, [](const auto& course) { return course.state != State::answering; });
  const auto order = [](const Connection* one) {
    return std::tuple(rank(one->course.state), one->course.since);
  };
  const auto closed = std::min(idle.size(), std::max<std::size_t>(1, most_ / share_to_close));
  std::partial_sort(idle.begin(), idle.begin() + static_cast<std::ptrdiff_t>(closed), idle.end(),
                    [&](const auto* a, const auto* b) { return order(a) < order(b); });
  for (std::size_t i = 0; i < closed; ++i) end(*idle[i]);
  return closed > 0;
}

void Guests::end(Connection& connection) {
  auto& mine = by_descriptor_[static_cast<std::size_t>(connection.descriptor())];
  connection.course.state = State::closed;
  connection.close();
  --count_;
  ended_.push_back(std::move(mine));
}

std::vector<Connection*> Guests::overdue(Time now, std::size_t most) const {
  return chosen(by_descriptor_, [&](const auto& course) {
    if (most == 0 || course.state == State::answering || course.deadline > now) return false;
    --most;
    return true;
  });
}

std::vector<Connection*> Guests::in(State state) const {
  return chosen(by_descriptor_, [&](const auto& course) { return course.state == state; });
}

}  // namespace tulay::server
