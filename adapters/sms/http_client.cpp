#include "adapters/sms/http_client.hpp"

#include <httplib.h>

#include <algorithm>
#include <charconv>

namespace tulay::sms {
namespace {

// "https://api.example.com" and "/v1/messages".
std::pair<std::string, std::string> host_and_path(const std::string& url) {
  const auto scheme = url.find("://");
  const auto slash = url.find('/', scheme == std::string::npos ? 0 : scheme + 3);
  if (slash == std::string::npos) return {url, "/"};
  return {url.substr(0, slash), url.substr(slash)};
}

bool never_left(httplib::Error error) {
  return error == httplib::Error::Connection || error == httplib::Error::ConnectionTimeout ||
         error == httplib::Error::SSLConnection || error == httplib::Error::SSLServerVerification;
}

int seconds(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0, 3600);
}

}  // namespace

tl::expected<HttpResponse, NoAnswer> NetClient::post(const HttpRequest& request) {
  const auto [host, path] = host_and_path(request.url);
  httplib::Client client(host);
  client.set_connection_timeout(patience_);
  client.set_read_timeout(patience_);
  client.set_write_timeout(patience_);
  client.enable_server_certificate_verification(true);
  const httplib::Headers headers(request.headers.begin(), request.headers.end());
  const auto result = client.Post(path, headers, request.body, request.content_type);
  if (!result)
    return tl::unexpected(NoAnswer{httplib::to_string(result.error()), !never_left(result.error())});
  return HttpResponse{result->status, result->body, seconds(result->get_header_value("Retry-After"))};
}

}  // namespace tulay::sms
