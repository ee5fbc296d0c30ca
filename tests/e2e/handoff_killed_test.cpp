#include <atomic>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "e2e/visitor.hpp"

using namespace tulay;
using e2e::json;
using e2e::Program;

namespace {

/// What clients were told: the contact that each left, and the tickets given in the chat.
struct Confirmed {
  std::mutex mutex;
  std::set<std::string> contacts;
  std::set<std::string> tickets;
  std::atomic<int> count = 0;
  std::atomic<int> sent = 0;
  std::atomic<int> asking = 0;  // clients that still get answers

  void contact(const std::string& left) {
    const std::lock_guard lock(mutex);
    contacts.insert(left);
    ++count;
  }
  void ticket(const std::string& given) {
    const std::lock_guard lock(mutex);
    tickets.insert(given);
    ++count;
  }
};

/// Asks for a person by the form until the server is gone.
void fill_in_forms(int port, Confirmed& confirmed) {
  httplib::Client client("127.0.0.1", port);
  while (true) {
    const auto contact = "client-" + std::to_string(++confirmed.sent) + "@example.com";
    const auto result =
        client.Post("/v1/handoff", json{{"name", "Ana"}, {"reach_by", contact}}.dump(), "application/json");
    if (!result || result->status != 201) return;
    confirmed.contact(contact);
  }
}

/// Asks for a person in a chat, each time in a new one, until the server is gone.
void ask_in_chats(int port, Confirmed& confirmed) {
  httplib::Client client("127.0.0.1", port);
  while (true) {
    const auto result =
        client.Post("/v1/chat", json{{"message", "I want to talk to a person"}}.dump(), "application/json");
    if (!result || result->status != 200) return;
    confirmed.ticket(json::parse(result->body)["handoff"]["ticket"]);
  }
}

void none_is_lost_over(int kills) {
  const fakes::TemporaryFolder folder;
  const std::vector<std::string> serve{"serve",       "--demo",       "--listen.port", "0",
                                       "--data.dir",  TULAY_E2E_DATA, "--store.file",  "tulay.db",
                                       "--log.level", "error"};
  Confirmed confirmed;
  std::mt19937 chance(20261124);  // the same run each time, as far as the machine lets it
  for (int life = 0; life < kills; ++life) {
    Program program(serve, folder.path());
    const int port = program.port();
    REQUIRE(port > 0);
    const int enough = confirmed.count + std::uniform_int_distribution(1, 6)(chance);
    confirmed.asking = 2;
    const auto asks = [&](auto client) {
      client(port, confirmed);
      --confirmed.asking;
    };
    std::thread forms(asks, fill_in_forms);
    std::thread chats(asks, ask_in_chats);
    // Somewhere within the next request, wherever that is by now.
    while (confirmed.count < enough && confirmed.asking > 0) std::this_thread::yield();
    for (int turns = std::uniform_int_distribution(0, 2000)(chance); turns > 0; --turns)
      std::this_thread::yield();
    program.send(SIGKILL);
    CHECK(program.exit_status() == -1);
    forms.join();
    chats.join();
  }
  Program review({"review", "--json", "--data.dir", TULAY_E2E_DATA, "--store.file", "tulay.db"},
                 folder.path());
  std::set<std::string> contacts;
  std::set<std::string> tickets;
  for (const auto& ticket : json::parse(review.output())) {
    tickets.insert(ticket["ticket"].get<std::string>());
    for (const auto& request : ticket["requests"]) contacts.insert(request["reach_by"].get<std::string>());
  }
  CHECK(confirmed.count >= kills);
  for (const auto& contact : confirmed.contacts) CHECK(contacts.contains(contact));
  for (const auto& ticket : confirmed.tickets) CHECK(tickets.contains(ticket));
}

}  // namespace

TEST_CASE("a request for a person that was confirmed survives kill -9, whenever it comes") {
#ifdef TULAY_SANITIZED  // each start takes seconds there
  none_is_lost_over(10);
#else
  none_is_lost_over(100);
#endif
}

// e2e_test "[thousand]"
TEST_CASE("a thousand times over", "[.thousand]") { none_is_lost_over(1000); }
