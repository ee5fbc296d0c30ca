#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/engine/trace.hpp"
#include "bot/server/access_log.hpp"
#include "bot/server/http.hpp"

namespace tulay::server {

/// What monitoring reads of the server, in Prometheus' text format. Every label is one of a few fixed words;
/// nothing of a client is in any of them. May be shared by threads.
class Metrics {
 public:
  struct Gauge {
    std::string name;
    std::string help;
  };
  /// A number for each gauge, read when somebody looks; nothing when they are not known just then.
  using Reading = std::function<std::optional<std::vector<double>>()>;

  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void request(const AccessEntry& entry);
  void turn(const bot::Trace& trace);
  void failed();
  void serving(std::string_view knowledge_version);
  void not_reloaded();
  /// Before anybody looks. `read` may be called by several threads; what it uses must outlive this.
  void watch(const std::vector<Gauge>& gauges, Reading read);

  [[nodiscard]] std::string text() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

/// GET /metrics, for programs on this machine only (security.md section 11): anybody else gets the answer of
/// a path that is not there.
[[nodiscard]] Route metrics_route(const Metrics& metrics);

}  // namespace tulay::server
