#include "bot/server/exchange.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace tulay::server {
namespace {

// httplib hands a request to its callbacks and nothing else of ours, so what belongs to one request travels
// in three headers, which set_up() overwrites whatever a client sent.
constexpr const char* id_header = "X-Request-Id";
constexpr const char* started_header = "Tulay-Started";
constexpr const char* encoding_header = "Tulay-Accept-Encoding";

bool added_by_httplib(const std::string& name) {
  return name == "REMOTE_ADDR" || name == "REMOTE_PORT" || name == "LOCAL_ADDR" || name == "LOCAL_PORT" ||
         name == id_header || name == started_header || name == encoding_header;
}

std::int64_t micros_now() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

}  // namespace

void set_up(httplib::Request& request, const std::string& id) {
  request.headers.erase(id_header);
  request.headers.erase(started_header);
  // httplib would pack by itself whatever it can; only what does not change is packed, once, at build time.
  const auto encoding = request.get_header_value("Accept-Encoding");
  request.headers.erase("Accept-Encoding");
  request.headers.erase(encoding_header);
  request.set_header(encoding_header, encoding);
  request.ranges.clear();
  request.set_header(id_header, id);
  request.set_header(started_header, std::to_string(micros_now()));
}

std::string id_of(const httplib::Request& request) {
  return request.has_header(started_header) ? request.get_header_value(id_header) : "";
}

std::chrono::microseconds since_start(const httplib::Request& request) {
  if (id_of(request).empty()) return {};
  return std::chrono::microseconds(micros_now() - std::stoll(request.get_header_value(started_header)));
}

Arrival arrival_of(const httplib::Request& from) {
  Arrival to;
  to.request.id = id_of(from);
  to.request.method = from.method == "HEAD" ? "GET" : from.method;
  to.request.path = from.path;
  to.request.query = {from.params.begin(), from.params.end()};
  const auto mark = from.target.find('?');
  if (mark != std::string::npos) to.request.query_text = from.target.substr(mark + 1);
  to.request.authorization = from.get_header_value("Authorization");
  to.request.accept_encoding = from.get_header_value(encoding_header);
  to.request.if_none_match = from.get_header_value("If-None-Match");
  to.head.method = from.method;
  to.head.version = from.version;
  for (const auto& header : from.headers) {
    if (!added_by_httplib(header.first)) to.head.headers.push_back(header);
  }
  to.request.headers = to.head.headers;
  to.origin = from.get_header_value("Origin");
  to.host = from.get_header_value("Host");
  to.content_type = from.get_header_value("Content-Type");
  return to;
}

void set(httplib::Response& to, const std::string& name, std::string value) {
  value.erase(
      std::remove_if(value.begin(), value.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }),
      value.end());
  if (!to.has_header(name)) to.set_header(name, value);
}

void give(httplib::Response& to, const Response& answer) {
  to.status = answer.status;
  for (const auto& [name, value] : answer.headers) set(to, name, value);
  if (answer.body.empty()) return to.set_header("Content-Length", "0");  // nothing is meant, not missing
  to.set_content(answer.body, answer.content_type);
}

}  // namespace tulay::server
