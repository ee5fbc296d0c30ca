#pragma once

#include <httplib.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

namespace tulay::server {

/// Bytes that are already here as httplib reads them, and the place for those it writes.
class GatheredStream final : public httplib::Stream {
 public:
  GatheredStream(std::string_view to_read, std::string_view address) : left_(to_read), address_(address) {}

  /// Everything that was written.
  [[nodiscard]] std::string& written() { return written_; }

  bool is_readable() const override { return !left_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* into, size_t size) override {
    const auto count = std::min(size, left_.size());
    std::memcpy(into, left_.data(), count);
    left_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* bytes, size_t size) override {
    written_.append(bytes, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& ip, int& /*port*/) const override { ip = address_; }
  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  std::string_view left_;
  std::string_view address_;
  std::string written_;
};

}  // namespace tulay::server
