#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

#include "adapters/staff/net.hpp"

namespace tulay::staff {
namespace {

struct Cleanup {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Cleanup>;
using List = std::unique_ptr<curl_slist, Cleanup>;

List list_of(const std::vector<std::string>& lines) {
  List list;
  for (const auto& line : lines) {
    auto* const longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) return nullptr;
    (void)list.release();
    list.reset(longer);
  }
  return list;
}

std::size_t ignore(char* /*bytes*/, std::size_t size, std::size_t count, void* /*user*/) {
  return size * count;
}

/// libcurl asks about once a second, and oftener while bytes come.
int stopped(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

std::size_t give(char* into, std::size_t size, std::size_t count, void* rest) {
  auto& left = *static_cast<std::string_view*>(rest);
  const auto part = left.substr(0, size * count);
  std::memcpy(into, part.data(), part.size());
  left.remove_prefix(part.size());
  return part.size();
}

template <class T>
void set(const Handle& handle, CURLoption option, T value) {
  curl_easy_setopt(handle.get(), option, value);
}

Handle handle_for(const std::string& url, int patience, const std::stop_token& stop) {
  Handle handle(curl_easy_init());
  if (!handle) return handle;
  set(handle, CURLOPT_URL, url.c_str());
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_TIMEOUT, static_cast<long>(patience));
  set(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(patience));
  set(handle, CURLOPT_WRITEFUNCTION, &ignore);
  set(handle, CURLOPT_NOPROGRESS, 0L);
  set(handle, CURLOPT_XFERINFOFUNCTION, &stopped);
  set(handle, CURLOPT_XFERINFODATA, static_cast<void*>(const_cast<std::stop_token*>(&stop)));
  return handle;
}

bool on_this_machine(std::string_view url) {
  const auto host = url.substr(std::min(url.find("://") + 3, url.size()));
  return host.starts_with("127.0.0.1") || host.starts_with("localhost") || host.starts_with("[::1]");
}

}  // namespace

CurlNet::CurlNet(int patience_seconds) : patience_seconds_(patience_seconds) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
}

tl::expected<Posted, std::string> CurlNet::post(const Post& post, const std::stop_token& stop) {
  const auto handle = handle_for(post.url, patience_seconds_, stop);
  const auto headers = list_of(post.headers);
  if (!handle || (!headers && !post.headers.empty())) return tl::unexpected(std::string("out of memory"));
  set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  set(handle, CURLOPT_HTTPHEADER, headers.get());
  set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(post.body.size()));
  set(handle, CURLOPT_POSTFIELDS, post.body.c_str());
  const auto done = curl_easy_perform(handle.get());
  if (done != CURLE_OK) return tl::unexpected(std::string(curl_easy_strerror(done)));
  long status = 0;
  curl_off_t retry_after = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle.get(), CURLINFO_RETRY_AFTER, &retry_after);
  return Posted{static_cast<int>(status), static_cast<int>(std::clamp<curl_off_t>(retry_after, 0, 86400))};
}

tl::expected<void, std::string> CurlNet::mail(const Letter& letter, const std::stop_token& stop) {
  const auto handle = handle_for(letter.server, patience_seconds_, stop);
  const auto recipients = list_of(letter.to);
  if (!handle || !recipients) return tl::unexpected(std::string("out of memory"));
  std::string_view rest = letter.text;
  set(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(handle, CURLOPT_USE_SSL,
      static_cast<long>(on_this_machine(letter.server) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  if (!letter.user.empty()) {
    set(handle, CURLOPT_USERNAME, letter.user.c_str());
    set(handle, CURLOPT_PASSWORD, letter.password.c_str());
  }
  set(handle, CURLOPT_MAIL_FROM, letter.from.c_str());
  set(handle, CURLOPT_MAIL_RCPT, recipients.get());
  set(handle, CURLOPT_READFUNCTION, &give);
  set(handle, CURLOPT_READDATA, static_cast<void*>(&rest));
  set(handle, CURLOPT_UPLOAD, 1L);
  const auto done = curl_easy_perform(handle.get());
  if (done != CURLE_OK) return tl::unexpected(std::string(curl_easy_strerror(done)));
  return {};
}

}  // namespace tulay::staff
