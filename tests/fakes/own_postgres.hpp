#pragma once

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <pqxx/pqxx>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "fakes/temporary_folder.hpp"

namespace tulay::fakes {

/// A PostgreSQL 15 of the test's own: data in a temporary folder, reached by a socket in it, no port. As root
/// it runs as the user whom Debian's package makes, because PostgreSQL refuses root. Stopped by its id at the
/// end; the kernel stops it when the test dies.
class OwnPostgres {
 public:
  OwnPostgres() {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): a test has no other thread yet
    user_ = ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
    if (user_ != nullptr && ::chown(folder_.path().c_str(), user_->pw_uid, user_->pw_gid) != 0)
      throw std::runtime_error("the folder cannot be given to postgres");
    std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
    const auto made = wait_for(spawn({"initdb", "-D", data(), "-U", "firm", "-A", "trust", "-E", "UTF8",
                                      "--locale=C.UTF-8", "--no-sync", "--no-instructions"}));
    if (made != 0) throw std::runtime_error("initdb failed:\n" + said_);
    start();
  }
  ~OwnPostgres() { stop(); }
  OwnPostgres(const OwnPostgres&) = delete;
  OwnPostgres& operator=(const OwnPostgres&) = delete;

  /// Returns when it takes connections.
  void start() {
    server_ =
        spawn({"postgres", "-D", data(), "-k", folder_.path().string(), "-c", "listen_addresses=", "-c",
               "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=40", "-c", "autovacuum=off"});
    while (said_.find("ready to accept connections") == std::string::npos) {
      if (!hear()) throw std::runtime_error("postgres does not start:\n" + said_);
    }
    // What it says from now on is read and forgotten; with a full pipe it would stand still.
    drain_ = std::jthread([this] {
      while (hear(-1)) said_.clear();
    });
  }
  /// At once, every connection cut.
  void stop() {
    if (server_ <= 0) return;
    ::kill(server_, SIGINT);
    drain_.join();
    wait_for(server_);
    server_ = 0;
  }
  void send(int signal) const { ::kill(server_, signal); }

  /// libpq's connection string for one of its databases.
  [[nodiscard]] std::string connection(const std::string& database = "postgres",
                                       const std::string& user = "firm") const {
    return "host=" + folder_.path().string() + " dbname=" + database + " user=" + user;
  }
  [[nodiscard]] std::filesystem::path socket() const { return folder_.path() / ".s.PGSQL.5432"; }

  void run(const std::string& database, const std::string& statements) const {
    pqxx::connection link(connection(database));
    pqxx::nontransaction work(link);
    work.exec(statements);
  }
  /// Ends every other connection to the database.
  void cut(const std::string& database) const {
    run("postgres",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
  }

 private:
  [[nodiscard]] std::string data() const { return (folder_.path() / "data").string(); }

  pid_t spawn(std::vector<std::string> words) {
    if (output_ >= 0) ::close(output_);
    said_.clear();
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    words[0] = std::string("/usr/lib/postgresql/15/bin/") + words[0];
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) become(arguments, pipe[1]);
    ::close(pipe[1]);
    output_ = pipe[0];
    return child;
  }
  [[noreturn]] void become(const std::vector<char*>& arguments, int output) const {
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    const bool changed = user_ == nullptr || (::setgroups(0, nullptr) == 0 && ::setgid(user_->pw_gid) == 0 &&
                                              ::setuid(user_->pw_uid) == 0);
    ::prctl(PR_SET_PDEATHSIG, SIGINT);
    if (changed && ::chdir("/") == 0) ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  /// Waits for its next words; false when it has ended or is silent for so long.
  bool hear(int milliseconds = 30000) {
    std::array<char, 4096> buffer{};
    pollfd waiting{output_, POLLIN, 0};
    if (::poll(&waiting, 1, milliseconds) <= 0) return false;
    const auto count = ::read(output_, buffer.data(), buffer.size());
    if (count <= 0) return false;
    said_.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
  }
  int wait_for(pid_t child) {
    while (hear()) {
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  TemporaryFolder folder_;
  passwd* user_ = nullptr;
  pid_t server_ = 0;
  int output_ = -1;
  std::string said_;
  std::jthread drain_;
};

}  // namespace tulay::fakes
