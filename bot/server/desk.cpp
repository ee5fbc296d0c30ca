#include "bot/server/desk.hpp"

#include <exception>
#include <utility>
#include <variant>

#include "bot/server/problem_json.hpp"

namespace tulay::server {

Desk::Desk(Gate gate, ClientAddresses clients, bot::Entropy& entropy, ServerEvents events)
    : gate_(std::move(gate)), clients_(std::move(clients)), entropy_(entropy), events_(std::move(events)) {}

std::string Desk::new_id() { return entropy_.token(12); }

Response Desk::answer(const Arrival& arrival) {
  auto admitted = gate_.admit(arrival);
  if (auto* const refused = std::get_if<Response>(&admitted)) return std::move(*refused);
  return run(*std::get<const Route*>(admitted), arrival.request);
}

Response Desk::run(const Route& route, const Request& request) {
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

std::string Desk::refusal(const Refusal& why, std::string_view address, bool stays) {
  Arrival unread;
  unread.request.id = new_id();
  const auto& id = unread.request.id;
  const auto response =
      why.status == 503 ? try_again(503, 1, why.detail, id) : problem(why.status, why.detail, id);
  note({id, "-", "", why.status, {}, std::string(address)}, "");
  std::string text =
      "HTTP/1.1 " + std::to_string(why.status) + " " + std::string(reason(why.status)) + "\r\n";
  const auto add = [&text](const auto& header) { text += header.first + ": " + header.second + "\r\n"; };
  for (const auto& header : gate_.dress(unread)) add(header);
  for (const auto& header : response.headers) add(header);
  if (!stays) text += "Connection: close\r\n";
  text += "Content-Type: " + response.content_type +
          "\r\nContent-Length: " + std::to_string(response.body.size()) + "\r\n\r\n";
  return text + response.body;
}

void Desk::note(AccessEntry entry, std::string_view path) const {
  if (!events_.access) return;
  entry.path = gate_.router().knows(path) ? path : "-";
  entry.address = truncated_address(entry.address);
  events_.access(entry);
}

}  // namespace tulay::server
