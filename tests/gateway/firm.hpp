#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

#include "e2e/program.hpp"
#include "gateway/simulator.hpp"

namespace tulay::gateway {

/// A firm's program on a simulated gateway: the built program, a store on disk, real sockets both ways.
class Firm {
 public:
  explicit Firm(const std::string& gateway, const std::string& more = "")
      : side(side_of(gateway)), simulator(*side) {
    std::ofstream(folder.path() / "secret") << side->secret_of_customer() << '\n';
    std::ofstream(folder.path() / "key") << api_key << '\n';
    std::ofstream(folder.path() / "tulay.toml")
        << "[sms]\ngateway = '" << gateway << "'\naccount = '" << account << "'\nsecret_file = 'secret'\n"
        << (gateway == "twilio" ? "" : "api_key_file = 'key'\n") << "public_url = '" << public_host << "/sms/"
        << gateway << "'\nnumbers = ['" << our_number
        << "']\napi_url = 'http://127.0.0.1:" << simulator.port()
        << "'\nsegments_per_second = 1000\ncarrier_replies = 'no'\n"
        << more << '\n';
    start();
  }

  void start() {
    program.emplace(
        std::vector<std::string>{"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_E2E_DATA,
                                 "--store.file", "tulay.db", "--limits.workers", "32", "--log.level", "warn"},
        folder.path());
    port = program->port();
  }
  /// Ends it as a power failure would.
  void kill() {
    program->send(SIGKILL);
    static_cast<void>(program->exit_status());
  }

  /// A client's text; status and body of the program's answer.
  std::pair<int, std::string> text(const std::string& words, const std::string& from = "+12135550123") {
    return call(port, side->text({"in-" + std::to_string(++texts), from, words, now_seconds() * 1000}));
  }

  /// One value of the store, read beside the running program.
  [[nodiscard]] std::string stored(const std::string& query) const {
    SQLite::Database database((folder.path() / "tulay.db").string(), SQLite::OPEN_READONLY, 5000);
    SQLite::Statement statement(database, query);
    return statement.executeStep() ? statement.getColumn(0).getString() : "";
  }

  fakes::TemporaryFolder folder;
  std::unique_ptr<Side> side;
  Simulator simulator;
  std::optional<e2e::Program> program;
  int port = 0;
  int texts = 0;
};

}  // namespace tulay::gateway
