#include "bot/server/gatherer.hpp"

#include <sys/epoll.h>

#include <cerrno>
#include <system_error>
#include <utility>
#include <variant>

namespace tulay::server {
namespace {

constexpr std::chrono::milliseconds sweep_interval{100};
constexpr std::chrono::milliseconds linger_time{300};
constexpr std::size_t linger_bytes = 256 * 1024;
constexpr int most_events = 256;
// Before the others get their turn.
constexpr std::size_t most_accepted = 64;
constexpr std::size_t most_sent_away = 16;

constexpr Refusal not_whole{400, "the request did not arrive whole"};
constexpr Refusal too_slow{408, "the request did not arrive in time"};
constexpr Refusal no_room{503, "too many requests are waiting"};
constexpr Refusal stopping{503, "the server is stopping"};

}  // namespace

Gatherer::Gatherer(Listening listening, const GathererLimits& limits, GathererWays ways)
    : listening_(std::move(listening)),
      limits_(limits),
      ways_(std::move(ways)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      guests_(limits.connections),
      now_(Clock::now()) {
  watch(listening_.descriptor(), &listening_, EPOLLIN);
  watch(returns_.bell(), &returns_, EPOLLIN);
}

void Gatherer::watch(int descriptor, void* mark, unsigned events) const {
  epoll_event event{};
  event.events = events;
  event.data.ptr = mark;
  if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, descriptor, &event) != 0)
    throw std::system_error(errno, std::generic_category(), "epoll");
}

void Gatherer::run() {
  while (!over()) {
    wait();
    if (now_ >= sweep_at_) sweep();
    guests_.forget_ended();
  }
  listening_.close();
}

void Gatherer::wait() {
  returns_.await(awaited_ > 0 || draining_);
  receive_returned();
  std::array<epoll_event, most_events> events{};
  const int count = ::epoll_wait(epoll_.get(), events.data(), most_events, patience());
  now_ = Clock::now();
  receive_returned();
  for (int i = 0; i < count; ++i) {
    const auto& event = events[static_cast<std::size_t>(i)];
    if (event.data.ptr == &listening_) {
      accept_all();
    } else if (event.data.ptr == &returns_) {
      returns_.hush();
    } else {
      notice(*static_cast<Connection*>(event.data.ptr), event.events);
    }
  }
}

/// Milliseconds to wait for events.
int Gatherer::patience() const {
  if (guests_.count() == 0 && !closing_) return -1;
  return now_ >= sweep_at_ ? 0 : static_cast<int>(sweep_interval.count());
}

// In the usual case there is nothing to do until the client's next request, so the gatherer need not be
// woken.
void Gatherer::take_back(Connection& connection) {
  const bool urgent =
      connection.unsent() || connection.broken() || !connection.stays || connection.holds_more();
  returns_.give(connection, urgent);
}

void Gatherer::receive_returned() {
  for (auto* const connection : returns_.take()) {
    --answering_;
    if (std::exchange(connection->course.awaited, false)) --awaited_;
    if (after_answer(*connection)) gather(*connection);
  }
}

void Gatherer::drain() {
  draining_ = true;
  returns_.ring();
}

void Gatherer::close() {
  closing_ = true;
  returns_.ring();
}

bool Gatherer::over() const { return closing_ && answering_ == 0 && guests_.in(State::sending).empty(); }

void Gatherer::accept_all() {
  for (std::size_t i = 0; i < most_accepted; ++i) {
    auto arrived = listening_.accept();
    if (arrived) {
      admit(std::move(*arrived));
    } else if (arrived.error() == NotArrived::nobody_waits || !guests_.make_room()) {
      return;
    }
  }
}

void Gatherer::admit(Arrived arrived) {
  if (guests_.full() && !guests_.make_room()) return;
  auto& connection =
      guests_.admit(std::make_unique<Connection>(std::move(arrived.socket), std::move(arrived.address)));
  enter(connection, State::gathering, limits_.patience);
  watch(connection.descriptor(), &connection, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
}

void Gatherer::notice(Connection& connection, unsigned events) {
  auto& course = connection.course;
  if ((events & ~static_cast<unsigned>(EPOLLOUT)) != 0) course.drained = false;
  if ((events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) course.hung_up = true;
  switch (course.state) {
    case State::gathering:
    case State::resting:
      return gather(connection);
    case State::answering:
      if (!course.drained && !std::exchange(course.awaited, true)) ++awaited_;
      return;
    case State::sending:
      connection.send_rest();
      if (after_answer(connection)) gather(connection);
      return;
    case State::lingering:
      return discard(connection);
    case State::closed:
      return;
  }
}

void Gatherer::gather(Connection& connection) {
  auto& course = connection.course;
  while (true) {
    const auto found = connection.look();
    const auto* const incomplete = std::get_if<RequestFraming::Incomplete>(&found);
    if (incomplete == nullptr) {
      if (!settle(connection, found)) return;
      continue;
    }
    if (incomplete->wants_continue && !std::exchange(course.told_to_go_on, true))
      connection.send("HTTP/1.1 100 Continue\r\n\r\n");
    if (course.drained) break;
    const auto came = connection.receive(scratch_);
    if (came == Connection::Came::the_end) {
      if (connection.empty()) return guests_.end(connection);
      (void)refuse(connection, not_whole);
      return;
    }
    // A short read means that nothing is left, except when the end is what comes next.
    course.drained = came == Connection::Came::all && !course.hung_up;
  }
  if (course.state == State::resting && !connection.empty())
    enter(connection, State::gathering, limits_.patience);
}

/// True when the connection's next request may be looked for at once.
bool Gatherer::settle(Connection& connection, const RequestFraming::Found& found) {
  if (const auto* const why = std::get_if<Refusal>(&found)) return refuse(connection, *why);
  return hand_over(connection, std::get<Framed>(found).stays);
}

bool Gatherer::hand_over(Connection& connection, bool stays) {
  if (draining_) return refuse(connection, stopping);
  connection.stays = stays && ++connection.course.requests < limits_.requests;
  enter(connection, State::answering, {});
  if (!ways_.hand_over(connection)) return refuse(connection, no_room, connection.stays);
  ++answering_;
  return false;
}

bool Gatherer::refuse(Connection& connection, const Refusal& why, bool stays) {
  connection.stays = stays;
  connection.send(ways_.refuse(why, connection));
  return after_answer(connection);
}

bool Gatherer::after_answer(Connection& connection) {
  if (connection.broken()) {
    guests_.end(connection);
  } else if (connection.unsent()) {
    if (connection.course.state != State::sending) enter(connection, State::sending, limits_.patience);
  } else if (connection.stays && !draining_) {
    connection.next_request();
    connection.course.told_to_go_on = false;
    enter(connection, State::resting, limits_.rest);
    return !connection.empty() || !connection.course.drained;
  } else {
    // Closing at once, with bytes unread, would reset the connection and could destroy the answer on its way.
    connection.end_sending();
    enter(connection, State::lingering, linger_time);
    connection.course.left_to_discard = linger_bytes;
    connection.course.drained = false;
    discard(connection);
  }
  return false;
}

void Gatherer::discard(Connection& connection) {
  auto& course = connection.course;
  while (!course.drained) {
    const auto came = connection.discard(scratch_, course.left_to_discard);
    if (came == Connection::Came::the_end || course.left_to_discard == 0) return guests_.end(connection);
    course.drained = came == Connection::Came::all && !course.hung_up;
  }
}

void Gatherer::enter(Connection& connection, State state, Clock::duration patience) {
  connection.course.state = state;
  connection.course.since = now_;
  connection.course.deadline = now_ + patience;
}

// A crowd whose time is up at once is seen to in turns with those who are served.
void Gatherer::sweep() {
  const auto overdue = guests_.overdue(now_, most_sent_away);
  for (auto* const connection : overdue) {
    const bool was_sending = connection->course.state == State::gathering && !connection->empty();
    if (!was_sending) {
      guests_.end(*connection);
    } else {
      (void)refuse(*connection, too_slow);
    }
  }
  if (overdue.size() < most_sent_away) sweep_at_ = now_ + sweep_interval;
  if (!draining_) return;
  for (auto* const connection : guests_.in(State::resting)) guests_.end(*connection);
}

}  // namespace tulay::server
