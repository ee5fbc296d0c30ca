#include "bot/server/desk.hpp"

#include <exception>
#include <utility>

#include "bot/server/problem_json.hpp"

namespace tulay::server {

Desk::Desk(Gate gate, bot::Entropy& entropy, ServerEvents events)
    : gate_(std::move(gate)), entropy_(entropy), events_(std::move(events)) {}

std::string Desk::new_id() { return entropy_.token(12); }

std::variant<const Route*, Response> Desk::before_body(const Arrival& arrival) {
  auto admitted = gate_.admit(arrival);
  const auto* const* const route = std::get_if<const Route*>(&admitted);
  if (route == nullptr || has_body(arrival.head)) return admitted;
  return answer(**route, arrival.request);
}

Response Desk::answer(const Route& route, const Request& request) {
  if (!drain_.enter()) return try_again(503, 1, "the server is stopping", request.id);
  Response response;
  try {
    response = route.handler(request);
  } catch (const std::exception& failure) {
    if (events_.failed) events_.failed(request.id, failure.what());
    response = problem(500, "something went wrong here", request.id);
  }
  drain_.leave();
  return response;
}

std::string Desk::turned_away(const std::string& address) {
  const auto id = new_id();
  const auto body = try_again(503, 1, "too many requests are waiting", id).body;
  if (events_.access) events_.access({id, "-", "-", 503, {}, truncated_address(address)});
  return "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\nX-Request-Id: " + id +
         "\r\nContent-Type: application/problem+json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

void Desk::note(AccessEntry entry, const std::string& path) const {
  if (!events_.access) return;
  entry.path = gate_.router().allowed(path).empty() ? "-" : path;
  entry.address = truncated_address(entry.address);
  events_.access(entry);
}

}  // namespace tulay::server
