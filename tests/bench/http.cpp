#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>

#include "bench/child.hpp"
#include "bench/load.hpp"
#include "bench/row.hpp"
#include "fakes/raw_client.hpp"
#include "fakes/temporary_folder.hpp"

namespace tulay::bench {
namespace {

constexpr std::array<const char*, 6> questions{R"({"message":"How much is the filing fee?"})",
                                               R"({"message":"¿Se puede extender mi parole?"})",
                                               R"({"message":"gaano po katagal ang parole"})",
                                               R"({"message":"my mom is sick can she come for surgery"})",
                                               R"({"message":"que pasa si se vence mi parole"})",
                                               R"({"message":"what is humanitarian parole"})"};

std::vector<std::string> requests() {
  std::vector<std::string> all;
  all.reserve(questions.size());
  for (const std::string body : questions) {
    all.push_back(
        "POST /v1/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body);
  }
  return all;
}

/// The middle of the sizes of the answers to those questions.
std::size_t usual_answer(int port) {
  std::vector<double> sizes;
  fakes::RawClient client(port);
  for (const auto& request : requests()) {
    client.send(request);
    sizes.push_back(static_cast<double>(fakes::body_of(client.read_answer()).size()));
  }
  return static_cast<std::size_t>(quantile(sizes, 0.5));
}

Row measured(const std::string& what, const Child& server, std::size_t connections, double seconds) {
  (void)load(server.port(), connections, seconds / 10, requests());  // warm
  const double before = server.processor();
  auto seen = load(server.port(), connections, seconds, requests());
  if (seen.microseconds.empty()) throw std::runtime_error(what + ": no answer");
  Row row{what + (seen.failures > 0 ? " (" + std::to_string(seen.failures) + " failed)" : "")};
  row.rate = static_cast<double>(seen.microseconds.size()) / seen.seconds;
  row.p50 = quantile(seen.microseconds, 0.50);
  row.p99 = quantile(seen.microseconds, 0.99);
  row.processor =
      (server.processor() - before) * 1e6 / static_cast<double>(seen.microseconds.size() + seen.failures);
  row.memory = server.memory();
  return row;
}

}  // namespace

std::vector<Row> http(const std::string& self, double seconds) {
  const fakes::TemporaryFolder folder;
  const Child program({TULAY_PROGRAM, "serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_SOURCE_DIR,
                       "--store.file", (folder.path() / "bench.db").string()});
  const Child floor({self, "--serve-constant", std::to_string(usual_answer(program.port()))});
  std::vector<Row> rows;
  for (const std::size_t connections : {1, 8, 64, 256, 1000}) {
    const std::string at = ", " + std::to_string(connections) + " connections";
    auto constant = measured("constant answer" + at, floor, connections, seconds);
    auto chat = measured("POST /v1/chat" + at, program, connections, seconds);
    chat.floor_rate = constant.rate;
    rows.push_back(std::move(constant));
    rows.push_back(std::move(chat));
  }
  return rows;
}

}  // namespace tulay::bench
