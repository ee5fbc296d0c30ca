#include <httplib.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "bench/row.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration): posix_spawn wants it

namespace tulay::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// The built program on a free port, with a store on disk.
class Program {
 public:
  Program() {
    std::string name = (std::filesystem::temp_directory_path() / "tulay-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
    std::array<int, 2> pipe_ends{};
    if (pipe(pipe_ends.data()) != 0) throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
    const auto store = (folder_ / "bench.db").string();
    std::vector<std::string> words{TULAY_PROGRAM, "serve",      "--demo",         "--listen.port",
                                   "0",           "--data.dir", TULAY_SOURCE_DIR, "--store.file",
                                   store};
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    if (posix_spawn(&pid_, TULAY_PROGRAM, &actions, nullptr, argv.data(), environ) != 0)
      throw std::runtime_error("the program does not start");
    posix_spawn_file_actions_destroy(&actions);
    close(pipe_ends[1]);
    port_ = port_from(pipe_ends[0]);
    close(pipe_ends[0]);
  }
  ~Program() {
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
    std::filesystem::remove_all(folder_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  [[nodiscard]] int port() const { return port_; }

 private:
  // The first line says where it listens.
  static int port_from(int fd) {
    std::string line;
    char c = 0;
    while (read(fd, &c, 1) == 1 && c != '\n') line += c;
    const auto colon = line.rfind("127.0.0.1:");
    if (colon == std::string::npos)
      throw std::runtime_error("the program does not say where it listens: " + line);
    return std::stoi(line.substr(colon + 10));
  }

  std::filesystem::path folder_;
  pid_t pid_ = 0;
  int port_ = 0;
};

/// The library as it comes, with a constant of the size of an answer: the floor.
class Floor {
 public:
  explicit Floor(std::string answer) {
    server_.Post("/v1/chat", [answer = std::move(answer)](const auto&, auto& to) {
      to.set_content(answer, "application/json");
    });
    server_.set_tcp_nodelay(true);  // without it each answer waits 40 ms for the client to acknowledge
    server_.new_task_queue = [] { return new httplib::ThreadPool(64); };  // the library owns it
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::jthread([this] { server_.listen_after_bind(); });
  }
  ~Floor() { server_.stop(); }
  Floor(const Floor&) = delete;
  Floor& operator=(const Floor&) = delete;
  [[nodiscard]] int port() const { return port_; }

 private:
  httplib::Server server_;
  int port_ = 0;
  std::jthread thread_;
};

constexpr std::array<const char*, 6> questions{R"({"message":"How much is the filing fee?"})",
                                               R"({"message":"¿Se puede extender mi parole?"})",
                                               R"({"message":"gaano po katagal ang parole"})",
                                               R"({"message":"my mom is sick can she come for surgery"})",
                                               R"({"message":"que pasa si se vence mi parole"})",
                                               R"({"message":"what is humanitarian parole"})"};

Row measured(const std::string& what, int port, int connections, double seconds) {
  std::vector<std::vector<double>> samples(static_cast<std::size_t>(connections));
  std::atomic<int> failures = 0;
  const auto begin = Clock::now();
  {
    std::vector<std::jthread> clients;
    clients.reserve(samples.size());
    for (auto& mine : samples) {
      clients.emplace_back([&mine, &failures, port, begin, seconds] {
        httplib::Client client("127.0.0.1", port);
        client.set_keep_alive(true);
        client.set_tcp_nodelay(true);
        for (std::size_t i = 0; std::chrono::duration<double>(Clock::now() - begin).count() < seconds; ++i) {
          const auto sent = Clock::now();
          const auto answer = client.Post("/v1/chat", questions[i % questions.size()], "application/json");
          if (!answer || answer->status != 200) ++failures;
          mine.push_back(std::chrono::duration<double, std::micro>(Clock::now() - sent).count());
        }
      });
    }
  }
  const double took = std::chrono::duration<double>(Clock::now() - begin).count();
  std::vector<double> all;
  for (const auto& mine : samples) all.insert(all.end(), mine.begin(), mine.end());
  Row row{what + (failures > 0 ? " (" + std::to_string(failures) + " failed)" : "")};
  row.rate = static_cast<double>(all.size()) / took;
  row.p50 = quantile(all, 0.50);
  row.p99 = quantile(all, 0.99);
  return row;
}

}  // namespace

std::vector<Row> http(double seconds) {
  const Program program;
  httplib::Client once("127.0.0.1", program.port());
  const auto answer = once.Post("/v1/chat", questions[0], "application/json");
  if (!answer) throw std::runtime_error("the program does not answer");
  const Floor floor(answer->body);
  std::vector<Row> rows;
  for (const int connections : {1, 8, 64}) {
    const std::string at = ", " + std::to_string(connections) + " connections";
    auto constant = measured("constant answer" + at, floor.port(), connections, seconds);
    auto chat = measured("POST /v1/chat" + at, program.port(), connections, seconds);
    chat.floor_rate = constant.rate;
    rows.push_back(std::move(constant));
    rows.push_back(std::move(chat));
  }
  return rows;
}

}  // namespace tulay::bench
