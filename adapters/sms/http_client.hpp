#pragma once

#include <chrono>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace tulay::sms {

/// A POST to a gateway.
struct HttpRequest {
  std::string url;  // https://host/path
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

struct HttpResponse {
  int status = 0;
  std::string body;
  int retry_after = 0;  // seconds, where the server says
};

/// Why there was no answer.
struct NoAnswer {
  std::string why;
  bool perhaps_taken = true;  // false: the request never left
};

/// Door to the net. May be shared by threads.
class HttpClient {
 public:
  virtual ~HttpClient() = default;
  /// The answer, whatever its status.
  [[nodiscard]] virtual tl::expected<HttpResponse, NoAnswer> post(const HttpRequest& request) = 0;
};

/// By cpp-httplib, with certificates checked against the system's authorities, no redirects.
class NetClient final : public HttpClient {
 public:
  explicit NetClient(std::chrono::seconds patience) : patience_(patience) {}
  [[nodiscard]] tl::expected<HttpResponse, NoAnswer> post(const HttpRequest& request) override;

 private:
  std::chrono::seconds patience_;
};

}  // namespace tulay::sms
