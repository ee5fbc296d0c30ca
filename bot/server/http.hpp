#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tulay::server {

/// A request that kept every limit: path decoded, body at most 16 KiB, empty unless the method is POST.
struct Request {
  std::string id;      // ours; X-Request-Id of the answer
  std::string method;  // GET for HEAD too
  std::string path;
  std::map<std::string, std::string, std::less<>> query;
  std::string query_text;  // the query exactly as it was sent, for what is signed with it
  std::string authorization;
  std::vector<std::pair<std::string, std::string>> headers;  // as they were sent
  std::string accept_encoding;
  std::string if_none_match;
  std::string client_block;  // where it came from, as limits count: "203.0.113.0/24"; empty: this machine
  std::string body;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // never anything that a client sent
};

using Handler = std::function<Response(const Request&)>;

/// One method of one literal path. GET answers HEAD too.
struct Route {
  std::string method;
  std::string path;
  Handler handler;
  bool cross_origin = false;                 // may pages of web.allowed_origins call it?
  std::string accepts = "application/json";  // media type of a POST; empty: the handler looks at it
};

}  // namespace tulay::server
