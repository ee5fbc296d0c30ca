#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "fakes/temporary_folder.hpp"

namespace tulay::hostile {

/// How nginx speaks to the program: as deploy/nginx.conf says, or with connections that stay.
enum class Upstream { as_deployed, keeps_connections };

/// Debian's nginx with deploy/nginx.conf in front of the program, on a port of its own. Left out are TLS and
/// how often an address may ask, as all these clients are one.
class Nginx {
 public:
  Nginx(int upstream_port, Upstream upstream) {
    const int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const general = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listening, general, length) != 0 || ::listen(listening, 1024) != 0)
      throw std::runtime_error("no port for nginx");
    ::getsockname(listening, general, &length);
    port_ = ntohs(address.sin_port);
    fakes::write(folder_.path() / "nginx.conf", config(upstream_port, upstream));
    start(listening);
    ::close(listening);
  }
  ~Nginx() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
  }
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] std::string errors() const { return fakes::content_of(folder_.path() / "stderr.txt"); }

 private:
  /// The socket is handed over already listening, as nginx does it to itself when it is upgraded.
  void start(int listening) {
    constexpr int handed_over = 100;
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, listening, handed_over);
    const auto errors = (folder_.path() / "stderr.txt").string();
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT, 0600);
    std::array<std::string, 5> words{"nginx", "-p", folder_.path().string() + "/", "-c", "nginx.conf"};
    std::array<char*, 6> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
    std::string inherited = "NGINX=" + std::to_string(handed_over) + ";";
    std::array<char*, 2> environment{inherited.data(), nullptr};
    const int failed =
        ::posix_spawn(&process_, "/usr/sbin/nginx", &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error("nginx does not start; script/bootstrap installs it");
  }

  [[nodiscard]] std::string config(int upstream_port, Upstream upstream) const {
    std::istringstream deployed(fakes::content_of(TULAY_SOURCE_DIR "/deploy/nginx.conf"));
    std::string http;
    for (std::string line; std::getline(deployed, line);) {
      const auto has = [&](std::string_view word) { return line.find(word) != std::string::npos; };
      if (!has("ssl_") && !has("limit_req") && !has("limit_conn")) http += line + "\n";
    }
    const auto replace = [&http](const std::string& what, const std::string& by) {
      const auto at = http.find(what);
      if (at == std::string::npos) throw std::runtime_error("deploy/nginx.conf has no " + what);
      http.replace(at, what.size(), by);
    };
    replace("listen 443 ssl http2", "listen 127.0.0.1:" + std::to_string(port_));
    replace("http://127.0.0.1:8080", "http://tulay");
    if (upstream == Upstream::keeps_connections)
      replace("proxy_http_version 1.0;", "proxy_http_version 1.1; proxy_set_header Connection '';");
    std::ostringstream temporary;
    for (const auto* const kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
      temporary << kind << "_temp_path " << folder_.path().string() << '/' << kind << ";\n";
    return std::string(::geteuid() == 0 ? "user root;\n" : "") +
           "daemon off;\nworker_processes 1;\nworker_rlimit_nofile 8192;\npid nginx.pid;\nerror_log stderr "
           "warn;\n"
           "events { worker_connections 4096; }\nhttp {\naccess_log off;\n" +
           temporary.str() + "upstream tulay { server 127.0.0.1:" + std::to_string(upstream_port) +
           "; keepalive 8; }\n" + http + "}\n";
  }

  fakes::TemporaryFolder folder_;
  int port_ = 0;
  pid_t process_ = 0;
};

}  // namespace tulay::hostile
