#pragma once

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <string>

#include "e2e/program.hpp"
#include "fakes/raw_client.hpp"
#include "hostile/nginx.hpp"

namespace tulay::hostile {

/// By which way the attack comes.
enum class Way { alone, behind_nginx, behind_keeping_nginx };

/// The built program, alone or behind nginx, watched while it is attacked.
class UnderAttack {
 public:
  explicit UnderAttack(Way way)
      : program_({"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_SOURCE_DIR, "--store.file",
                  "tulay.db"},
                 folder_.path()),
        program_port_(program_.port()) {
    if (way != Way::alone) {
      nginx_ = std::make_unique<Nginx>(
          program_port_, way == Way::behind_nginx ? Upstream::as_deployed : Upstream::keeps_connections);
    }
    warm_up();
    memory_before_ = memory();
  }

  /// Where the attacker and everybody else connects.
  [[nodiscard]] int port() const { return nginx_ == nullptr ? program_port_ : nginx_->port(); }

  /// Kilobytes that the attack has cost so far.
  [[nodiscard]] long grown() const { return memory() - memory_before_; }

  /// Milliseconds of the quickest of five: the machine may be busy with others.
  [[nodiscard]] double health() const {
    double quickest = 1e9;
    for (int i = 0; i < 5; ++i) {
      const auto begin = std::chrono::steady_clock::now();
      if (fakes::status_of(fakes::exchange(program_port_, healthz)) != 200) return 1e9;
      quickest = std::min(
          quickest,
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return quickest;
  }

  /// Everything the program has logged.
  [[nodiscard]] std::string log() const { return program_.errors(); }

  static constexpr const char* healthz = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

 private:
  /// So that what any use costs once is not taken for the attack's.
  void warm_up() const {
    const std::string body = R"({"message":"what is parole"})";
    for (int i = 0; i < 50; ++i) {
      fakes::RawClient client(port());
      client.send("POST /v1/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
                  std::to_string(body.size()) + "\r\n\r\n" + body);
      (void)client.read_answer();
    }
  }
  [[nodiscard]] long memory() const {
    std::ifstream status("/proc/" + std::to_string(program_.process()) + "/status");
    for (std::string line; std::getline(status, line);) {
      if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
    }
    return 0;
  }

  fakes::TemporaryFolder folder_;
  e2e::Program program_;
  int program_port_;
  std::unique_ptr<Nginx> nginx_;
  long memory_before_ = 0;
};

#ifdef TULAY_SANITIZED  // their shadow memory and quarantine grow with every allocation
inline constexpr long most_growth = 512L * 1024;
#else
inline constexpr long most_growth = 8L * 1024;
#endif

}  // namespace tulay::hostile
