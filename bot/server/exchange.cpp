#include "bot/server/exchange.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <string_view>
#include <utility>

#include "bot/server/gathered_stream.hpp"
#include "bot/server/problem_json.hpp"

namespace tulay::server {
namespace {

/// A client cannot send these: the gatherer refuses names with `_`.
bool added_by_httplib(std::string_view name) {
  return name == "REMOTE_ADDR" || name == "REMOTE_PORT" || name == "LOCAL_ADDR" || name == "LOCAL_PORT";
}

void set(httplib::Response& to, const std::string& name, std::string value) {
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
  value.erase(std::remove_if(value.begin(), value.end(), is_control), value.end());
  if (!to.has_header(name)) to.set_header(name, value);
}

void give(httplib::Response& to, Response&& answer) {
  to.status = answer.status;
  for (auto& [name, value] : answer.headers) set(to, name, std::move(value));
  if (answer.body.empty()) return set(to, "Content-Length", "0");  // nothing is meant, not missing
  to.body = std::move(answer.body);
  set(to, "Content-Type", std::move(answer.content_type));
}

Arrival arrival_of(httplib::Request& from) {
  Arrival to;
  to.request.method = from.method == "HEAD" ? "GET" : from.method;
  to.request.path = from.path;
  to.request.query = {from.params.begin(), from.params.end()};
  const auto mark = from.target.find('?');
  if (mark != std::string::npos) to.request.query_text = from.target.substr(mark + 1);
  to.request.authorization = from.get_header_value("Authorization");
  to.request.accept_encoding = from.get_header_value("Accept-Encoding");
  to.request.if_none_match = from.get_header_value("If-None-Match");
  for (const auto& header : from.headers) {
    if (!added_by_httplib(header.first)) to.request.headers.push_back(header);
  }
  to.origin = from.get_header_value("Origin");
  to.host = from.get_header_value("Host");
  to.content_type = from.get_header_value("Content-Type");
  return to;
}

}  // namespace

Exchange::Exchange(Desk& desk) : desk_(desk) {
  set_keep_alive_timeout(60);  // what clients are told
  set_keep_alive_max_count(1000);
  // All is answered before routing: httplib would try one regular expression after the other.
  set_pre_routing_handler([this](const auto&, auto& to) {
    respond(to);
    return HandlerResponse::Handled;
  });
  set_error_handler(HandlerWithResponse([this](const auto&, auto& to) {
    if (understood_) return HandlerResponse::Unhandled;
    explain(to);
    return HandlerResponse::Handled;
  }));
  set_exception_handler([this](const auto&, auto& to, const std::exception_ptr&) {
    give(to, problem(500, "something went wrong here", arrival_.request.id));
  });
  set_post_routing_handler([this](const auto&, auto& to) { dress(to); });
  set_logger([this](const auto& from, const auto& to) { note(from, to); });
}

Exchange::Answered Exchange::answer(const Whole& whole) {
  whole_ = &whole;
  arrival_ = {};
  understood_ = false;
  client_ = whole.address;
  arrival_.request.id = desk_.new_id();
  GatheredStream stream(whole.head, whole.address);
  bool client_closes = false;
  (void)process_request(stream, !whole.stays, client_closes, [this](auto& from) { take_over(from); });
  return {std::move(stream.written()), whole.stays && understood_ && !client_closes};
}

void Exchange::take_over(httplib::Request& from) {
  auto id = std::move(arrival_.request.id);
  arrival_ = arrival_of(from);
  arrival_.request.id = std::move(id);
  client_ = desk_.clients().of(whole_->address, arrival_.request.headers);
  arrival_.request.client_block = address_block(client_);
  arrival_.request.body = whole_->body;
  // httplib would pack by itself whatever it can; only what does not change is packed, once, at build time.
  from.headers.erase("Accept-Encoding");
  from.headers.erase("Expect");  // the gatherer has done what it asks
}

void Exchange::respond(httplib::Response& to) {
  understood_ = true;
  give(to, desk_.answer(arrival_));
}

// What httplib refused by itself has no body yet.
void Exchange::explain(httplib::Response& to) const {
  give(to, problem(to.status, malformed.detail, arrival_.request.id));
}

void Exchange::dress(httplib::Response& to) const {
  to.headers.erase("Accept-Ranges");  // httplib's word for HEAD, not ours
  if (desk_.drain().begun()) {
    to.headers.erase("Keep-Alive");
    set(to, "Connection", "close");
  }
  for (auto& [name, value] : desk_.gate().dress(arrival_)) set(to, name, value);
}

void Exchange::note(const httplib::Request& from, const httplib::Response& to) const {
  const auto took =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - whole_->since);
  desk_.note({arrival_.request.id, understood_ ? from.method : "-", "", to.status, took, client_}, from.path);
}

}  // namespace tulay::server
