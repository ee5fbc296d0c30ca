#include "adapters/cli/signals.hpp"

#include <pthread.h>

#include <csignal>
#include <utility>

namespace tulay::cli {
namespace {

sigset_t held() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR1}) sigaddset(&signals, signal);
  return signals;
}

}  // namespace

void hold_signals() {
  const auto signals = held();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

Signals::Signals(std::function<void()> stop, std::function<void()> reload)
    : stop_(std::move(stop)),
      reload_(std::move(reload)),
      thread_([this](const std::stop_token& ended) { wait(ended); }) {}

Signals::~Signals() {
  thread_.request_stop();
  pthread_kill(thread_.native_handle(), SIGUSR1);  // wakes the wait
}

void Signals::wait(const std::stop_token& ended) const {
  const auto signals = held();
  bool stopping = false;
  while (!ended.stop_requested()) {
    int signal = 0;
    if (sigwait(&signals, &signal) != 0) return;
    if (signal == SIGHUP && !stopping) reload_();
    if ((signal == SIGTERM || signal == SIGINT) && !std::exchange(stopping, true)) stop_();
  }
}

}  // namespace tulay::cli
