#include "adapters/cli/logging.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

namespace tulay::cli {
namespace {

using nlohmann::ordered_json;

// The pattern opens the object and writes time and level; this is the rest of it.
std::string rest(const ordered_json& fields) {
  const auto text = fields.dump(-1, ' ', true, ordered_json::error_handler_t::replace);
  return text.substr(1, text.size() - 2);
}

}  // namespace

Log::Log(const std::string& level)
    : logger_(std::make_shared<spdlog::logger>("tulay", std::make_shared<spdlog::sinks::stderr_sink_mt>())) {
  logger_->set_formatter(std::make_unique<spdlog::pattern_formatter>(
      R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc));
  logger_->set_level(spdlog::level::from_str(level));
  logger_->flush_on(spdlog::level::debug);
}

void Log::access(const server::AccessEntry& entry) const {
  logger_->info(rest({{"event", "request"},
                      {"request", entry.request_id},
                      {"method", entry.method},
                      {"path", entry.path},
                      {"status", entry.status},
                      {"us", entry.took.count()},
                      {"address", entry.address}}));
}

void Log::turn(std::string_view request_id, const bot::Trace& trace) const {
  auto outcomes = ordered_json::array();
  for (const auto outcome : trace.outcomes) outcomes.push_back(bot::name(outcome));
  logger_->info(rest({{"event", "turn"},
                      {"request", request_id},
                      {"outcomes", outcomes},
                      {"intents", trace.intents},
                      {"repeated", trace.repeated},
                      {"knowledge", trace.snapshot_version}}));
}

void Log::failed(std::string_view request_id, std::string_view what) const {
  logger_->error(rest({{"event", "failed"}, {"request", request_id}, {"what", what}}));
}

void Log::listening(const std::string& url, std::string_view knowledge_version) const {
  logger_->info(rest({{"event", "listening"}, {"url", url}, {"knowledge", knowledge_version}}));
}

void Log::reloaded(std::string_view knowledge_version) const {
  logger_->info(rest({{"event", "reloaded"}, {"knowledge", knowledge_version}}));
}

void Log::not_reloaded(const knowledge::Problems& problems) const {
  for (const auto& problem : problems) {
    if (problem.severity != knowledge::Severity::error) continue;
    logger_->error(rest({{"event", "not_reloaded"}, {"problem", knowledge::to_string(problem)}}));
  }
  logger_->error(rest({{"event", "not_reloaded"}, {"problem", "the knowledge from before goes on serving"}}));
}

void Log::demo_text(const bot::QueuedText& text) const {
  logger_->info(rest({{"event", "demo_text"}, {"to", text.to}, {"text", text.text}}));
}

void Log::warn(std::string_view what) const { logger_->warn(rest({{"event", "warning"}, {"what", what}})); }
void Log::stopping() const { logger_->info(rest({{"event", "stopping"}})); }
void Log::stopped() const { logger_->info(rest({{"event", "stopped"}})); }

}  // namespace tulay::cli
