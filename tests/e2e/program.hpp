#pragma once

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "fakes/temporary_folder.hpp"

namespace tulay::e2e {

/// The built program as a child, with an empty environment and a working folder of its own. Killed at the end
/// of the test if it still runs.
class Program {
 public:
  Program(std::vector<std::string> arguments, const std::filesystem::path& folder,
          std::vector<std::string> environment = {})
      : errors_(folder / "stderr.txt") {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return;
    output_ = pipe[0];
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors_.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
    arguments.insert(arguments.begin(), TULAY_PROGRAM);
    const auto argv = pointers(arguments);
    const auto envp = pointers(environment);
    ::posix_spawn(&process_, TULAY_PROGRAM, &actions, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
  }
  ~Program() {
    if (process_ > 0) {
      ::kill(process_, SIGKILL);
      (void)exit_status();
    }
    ::close(output_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] pid_t process() const { return process_; }
  void send(int signal) const { ::kill(process_, signal); }

  /// Waits for the end; -1 when a signal ended it.
  int exit_status() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  /// Everything on stdout up to `end` (or its end), at most 20 seconds long.
  std::string output_until(std::string_view end) {
    std::array<char, 4096> buffer{};
    while (end.empty() || text_.find(end) == std::string::npos) {
      pollfd waiting{output_, POLLIN, 0};
      if (::poll(&waiting, 1, 20000) <= 0) break;
      const auto count = ::read(output_, buffer.data(), buffer.size());
      if (count <= 0) break;
      text_.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text_;
  }
  std::string output() { return output_until(""); }
  [[nodiscard]] std::string errors() const { return fakes::content_of(errors_); }

  /// The port that "listening on http://127.0.0.1:PORT" names; 0 when the program ended without.
  int port() {
    const auto line = output_until("\n");
    const std::string start = "listening on http://127.0.0.1:";
    return line.starts_with(start) ? std::stoi(line.substr(start.size())) : 0;
  }

 private:
  static std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    all.reserve(texts.size() + 1);
    for (auto& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
  }

  std::filesystem::path errors_;
  std::string text_;
  int output_ = -1;
  pid_t process_ = 0;
};

}  // namespace tulay::e2e
