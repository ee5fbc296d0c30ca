#pragma once

#include <functional>
#include <thread>

namespace tulay::cli {

/// Keeps SIGTERM, SIGINT and SIGHUP from ending the process; before any other thread starts.
void hold_signals();

/// A thread that waits for them and calls: `stop` once, at the first SIGTERM or SIGINT; `reload` at each
/// SIGHUP.
class Signals {
 public:
  Signals(std::function<void()> stop, std::function<void()> reload);
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

 private:
  void wait(const std::stop_token& ended) const;

  std::function<void()> stop_;
  std::function<void()> reload_;
  std::jthread thread_;
};

}  // namespace tulay::cli
