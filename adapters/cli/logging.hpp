#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "bot/engine/trace.hpp"
#include "bot/ports/outbox.hpp"
#include "bot/server/access_log.hpp"
#include "knowledge/problem.hpp"

namespace spdlog {
class logger;
}

namespace tulay::cli {

/// JSON lines on stderr. Takes only values that hold no words of a client. May be shared by threads.
class Log {
 public:
  /// `level`: debug, info, warn or error.
  explicit Log(const std::string& level);

  void access(const server::AccessEntry& entry) const;
  void turn(std::string_view request_id, const bot::Trace& trace) const;
  void failed(std::string_view request_id, std::string_view what) const;
  void listening(const std::string& url, std::string_view knowledge_version) const;
  void reloaded(std::string_view knowledge_version) const;
  void not_reloaded(const knowledge::Problems& problems) const;
  /// A text that a demo does not send; its people are made up.
  void demo_text(const bot::QueuedText& text) const;
  void warn(std::string_view what) const;
  void stopping() const;
  void stopped() const;

 private:
  std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace tulay::cli
