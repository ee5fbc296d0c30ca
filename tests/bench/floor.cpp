// The floor: the same server, whose only handler returns a constant of the size of an answer.
#include <iostream>

#include "bench/row.hpp"
#include "bot/server/server.hpp"
#include "fakes/counting_entropy.hpp"

namespace tulay::bench {

int serve_constant(std::size_t bytes) {
  const auto constant = [bytes](const server::Request&) {
    server::Response response;
    response.body = std::string(bytes, 'a');
    return response;
  };
  server::ServerSettings settings;
  settings.port = 0;
  fakes::CountingEntropy entropy;
  auto server = server::Server::bind(settings, {{"POST", "/v1/chat", constant}}, entropy, {});
  if (!server) {
    std::cerr << server.error() << '\n';
    return 1;
  }
  std::cout << "listening on http://127.0.0.1:" << (*server)->port() << std::endl;
  (*server)->run();
  return 0;
}

}  // namespace tulay::bench
