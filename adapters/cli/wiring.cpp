#include "adapters/cli/wiring.hpp"

#include <utility>

#include "adapters/cli/watching.hpp"
#include "adapters/store/retention.hpp"
#include "adapters/web/chat_api.hpp"
#include "adapters/web/conversation_api.hpp"
#include "adapters/web/demo_outbox.hpp"
#include "adapters/web/demo_page.hpp"
#include "adapters/web/feedback_api.hpp"
#include "adapters/web/frame_page.hpp"
#include "adapters/web/guide_page.hpp"
#include "adapters/web/handoff_api.hpp"
#include "adapters/web/openapi.hpp"
#include "adapters/web/rest_channel.hpp"
#include "adapters/web/topics_api.hpp"
#include "adapters/web/widget_routes.hpp"
#include "bot/server/health.hpp"

namespace tulay::cli {
namespace {

constexpr std::chrono::hours erase_every{1};

server::ServerSettings server_settings(const Config& config) {
  server::ServerSettings settings;
  settings.address = config.listen_address;
  settings.port = config.listen_port;
  settings.workers = static_cast<std::size_t>(config.workers);
  settings.waiting = static_cast<std::size_t>(config.waiting);
  settings.connections = static_cast<std::size_t>(config.connections);
  settings.trusted_proxies = config.trusted_proxies;
  settings.cross_origin = {config.allowed_origins, config.demo};
  if (!config.web_origin.empty()) settings.cross_origin.allowed.push_back(config.web_origin);
  return settings;
}

bot::EngineSettings engine_settings(const Config& config) {
  bot::EngineSettings settings;
  settings.session_hours = config.session_hours;
  settings.messages_per_minute = config.messages_per_minute;
  settings.block_per_minute = config.block_per_minute;
  settings.block_per_hour = config.block_per_hour;
  settings.block_new_per_minute = config.block_new_per_minute;
  settings.verifies = config.cases.adapter != CaseAdapter::none;
  return settings;
}

web::CaseIsolation isolation(const Config& config) {
  web::CaseIsolation rules{config.isolate_cases, {{}, config.demo}};
  if (!config.web_origin.empty()) rules.own.allowed.push_back(config.web_origin);
  return rules;
}

void append(std::vector<server::Route>& to, std::vector<server::Route> more) {
  for (auto& route : more) to.push_back(std::move(route));
}

}  // namespace

tl::expected<std::unique_ptr<Wiring>, std::string> Wiring::make(const Config& config,
                                                                std::shared_ptr<const bot::Snapshot> snapshot,
                                                                std::unique_ptr<bot::CaseDirectory> directory,
                                                                const Log& log) {
  auto entropy = system::SystemEntropy::open();
  if (!entropy) return tl::unexpected(std::string("this machine gives no random numbers"));
  auto store = store::SqliteStore::open(config.store_file);
  if (!store) return tl::unexpected(store.error().detail);
  std::unique_ptr<SmsWiring> sms;
  if (!config.sms.gateway.empty()) {
    auto made =
        SmsWiring::make(config, (*store)->connection(), [&log](std::string_view what) { log.warn(what); });
    if (!made) return tl::unexpected(made.error());
    sms = std::move(*made);
  }
  std::unique_ptr<Wiring> wiring(new Wiring(config, std::move(snapshot), log, std::move(entropy),
                                            std::move(*store), std::move(directory), std::move(sms)));
  const server::ServerEvents events{[&one = *wiring](const auto& entry) { one.note(entry); },
                                    [&one = *wiring](auto id, auto what) { one.failed(id, what); }};
  auto server = server::Server::bind(server_settings(config), wiring->routes(), *wiring->entropy_, events);
  if (!server) return tl::unexpected(server.error());
  wiring->server_ = std::move(*server);
  watch(wiring->metrics_, {*wiring->server_, *wiring->store_, wiring->snapshots_, wiring->directory_,
                           wiring->clock_, wiring->config_.firm});
  return wiring;
}

Wiring::Wiring(const Config& config, std::shared_ptr<const bot::Snapshot> snapshot, const Log& log,
               std::unique_ptr<system::SystemEntropy> entropy, std::unique_ptr<store::SqliteStore> store,
               std::unique_ptr<bot::CaseDirectory> directory, std::unique_ptr<SmsWiring> sms)
    : config_(config),
      log_(log),
      entropy_(std::move(entropy)),
      store_(std::move(store)),
      snapshots_(std::move(snapshot)),
      sms_(std::move(sms)),
      demo_outbox_([&log](const bot::QueuedText& text) { log.demo_text(text); }),
      audit_(store_->connection(), *entropy_),
      cases_(directory == nullptr
                 ? std::optional<CaseWiring>()
                 : std::optional<CaseWiring>(std::in_place, guarded(std::move(directory)),
                                             sms_ ? sms_->outbox() : demo_outbox_, store_->connection(),
                                             audit_, *entropy_, config_.firm)),
      engine_(snapshots_, *store_, clock_, *entropy_, config_.firm, engine_settings(config_), &audit_,
              cases_ ? &cases_->desk() : nullptr),
      requests_(snapshots_, *store_, *entropy_, config_.firm),
      staff_(config_, store_->connection(), [&log](std::string_view what) { log.warn(what); }),
      eraser_(erase_every, [this](const auto& /*stop*/) { erase_what_is_old(); }) {
  metrics_.serving(snapshots_.current()->version);
}

std::unique_ptr<bot::CaseDirectory> Wiring::guarded(std::unique_ptr<bot::CaseDirectory> directory) {
  auto guarded = std::make_unique<cases::GuardedDirectory>(
      std::move(directory), clock_, [&log = log_](std::string_view what) { log.warn(what); });
  directory_ = guarded.get();
  return guarded;
}

void Wiring::note(const server::AccessEntry& entry) {
  log_.access(entry);
  metrics_.request(entry);
}

void Wiring::note(std::string_view request_id, const bot::Trace& trace) {
  log_.turn(request_id, trace);
  metrics_.turn(trace);
}

void Wiring::failed(std::string_view request_id, std::string_view what) {
  log_.failed(request_id, what);
  metrics_.failed();
}

void Wiring::erase_what_is_old() {
  const auto purged = store::purge(store_->connection(), *entropy_, std::chrono::days(config_.keep_days),
                                   clock_.now(), "server");
  if (!purged) log_.warn("what was kept long enough cannot be erased: " + purged.error().detail);
}

std::vector<server::Route> Wiring::routes() {
  const auto turns = [this](auto id, const auto& trace) { note(id, trace); };
  const auto failures = [this](auto id, auto what) { failed(id, what); };
  std::vector<server::Route> routes{web::chat_route(engine_, clock_, isolation(config_), turns, failures),
                                    web::rest_route(engine_, clock_, *entropy_, turns, failures),
                                    web::frame_route(config_.allowed_origins), web::openapi_route()};
  append(routes, web::conversation_routes(engine_, failures));
  routes.push_back(web::handoff_route(requests_, clock_, failures));
  routes.push_back(web::feedback_route(requests_, clock_, failures));
  append(routes, web::widget_routes());
  append(routes, web::guide_pages(snapshots_, config_.firm, clock_));
  append(routes, server::health_routes({[this] { return snapshots_.current() != nullptr; },
                                        [this] { return store_->ready(); }}));
  routes.push_back(server::metrics_route(metrics_));
  if (config_.demo) {
    append(routes, web::demo_routes());
    routes.push_back(web::demo_outbox_route([this] { return demo_outbox_.texts(); }));
  }
  if (sms_) {
    const auto noted = [this](auto /*request*/, auto what) { log_.warn(what); };
    append(routes, sms_->routes(engine_, snapshots_, config_.firm, {turns, failures, noted}));
  }
  routes.push_back(web::topics_route(snapshots_, config_.firm, web::offers_of(routes)));
  return routes;
}

std::string Wiring::url() const {
  const auto& address = config_.listen_address;
  const bool v6 = address.find(':') != std::string::npos;
  return "http://" + (v6 ? "[" + address + "]" : address) + ":" + std::to_string(server_->port());
}

void Wiring::reload() {
  knowledge::Problems problems;
  auto next = bot::Snapshot::load(config_.data_dir, config_.firm, problems);
  if (!next) {
    metrics_.not_reloaded();
    return log_.not_reloaded(problems);
  }
  log_.reloaded(next->version);
  metrics_.serving(next->version);
  snapshots_.replace(std::move(next));
}

}  // namespace tulay::cli
