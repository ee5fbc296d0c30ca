#include "bot/server/server.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "bot/server/descriptor_limit.hpp"
#include "bot/server/desk.hpp"
#include "bot/server/exchange.hpp"
#include "bot/server/gatherer.hpp"
#include "bot/server/listening.hpp"
#include "bot/server/workers.hpp"

namespace tulay::server {
namespace {

GathererLimits gatherer_limits(const ServerSettings& settings) {
  GathererLimits limits;
  limits.connections = affordable_connections(settings.connections);
  limits.patience = settings.patience;
  return limits;
}

}  // namespace

class Server::Parts {
 public:
  Parts(Listening listening, const ServerSettings& settings, Gate gate, bot::Entropy& entropy,
        ServerEvents events);

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] ServerLoad load() { return {gatherer_.connections(), workers_.waiting()}; }
  void run();
  void drain();

 private:
  [[nodiscard]] bool hand_over(Connection& connection);
  void answer(Connection& connection, std::size_t worker);

  int port_;
  std::chrono::milliseconds drain_patience_;
  Desk desk_;
  std::vector<std::unique_ptr<Exchange>> exchanges_;  // one a worker
  Gatherer gatherer_;
  Workers workers_;
};

Server::Parts::Parts(Listening listening, const ServerSettings& settings, Gate gate, bot::Entropy& entropy,
                     ServerEvents events)
    : port_(listening.port()),
      drain_patience_(settings.drain_patience),
      desk_(std::move(gate), ClientAddresses(settings.trusted_proxies), entropy, std::move(events)),
      gatherer_(std::move(listening), gatherer_limits(settings),
                {[this](Connection& connection) { return hand_over(connection); },
                 [this](const Refusal& why, const Connection& connection) {
                   return desk_.refusal(why, connection.address(), connection.stays);
                 }}),
      workers_(settings.workers, settings.waiting, settings.longest_wait) {
  for (std::size_t i = 0; i < settings.workers; ++i) exchanges_.push_back(std::make_unique<Exchange>(desk_));
}

bool Server::Parts::hand_over(Connection& connection) {
  return workers_.offer([this, &connection](std::size_t worker) { answer(connection, worker); });
}

void Server::Parts::answer(Connection& connection, std::size_t worker) {
  auto answered = exchanges_[worker]->answer(connection.whole());
  connection.stays = answered.stays;
  connection.send(std::move(answered.bytes));
  gatherer_.take_back(connection);
}

void Server::Parts::run() {
  gatherer_.run();
  workers_.finish();
}

void Server::Parts::drain() {
  gatherer_.drain();
  desk_.drain().begin(drain_patience_);
  gatherer_.close();
}

tl::expected<std::unique_ptr<Server>, std::string> Server::bind(const ServerSettings& settings,
                                                                std::vector<Route> routes,
                                                                bot::Entropy& entropy, ServerEvents events) {
  auto listening = Listening::open(settings.address, settings.port);
  if (!listening) return tl::unexpected(std::move(listening.error()));
  Gate gate(Router(std::move(routes)), settings.cross_origin);
  return std::unique_ptr<Server>(new Server(
      std::make_unique<Parts>(std::move(*listening), settings, std::move(gate), entropy, std::move(events))));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;
int Server::port() const { return parts_->port(); }
ServerLoad Server::load() { return parts_->load(); }
void Server::run() { parts_->run(); }
void Server::drain() { parts_->drain(); }

}  // namespace tulay::server
