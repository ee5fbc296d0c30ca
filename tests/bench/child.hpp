#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace tulay::bench {

/// A server as a child process, which says where it listens in its first line.
class Child {
 public:
  explicit Child(std::vector<std::string> command);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  [[nodiscard]] int port() const { return port_; }
  /// Mebibytes that it holds now.
  [[nodiscard]] double memory() const;
  /// Seconds of processor time that it has had.
  [[nodiscard]] double processor() const;

 private:
  pid_t process_ = 0;
  int port_ = 0;
};

}  // namespace tulay::bench
