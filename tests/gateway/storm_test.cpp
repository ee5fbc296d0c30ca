// A bad day at a gateway: ten thousand texts, delivered twice and thrice, out of order, with answers that get
// lost on the way, ours and theirs.
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <random>

#include "gateway/firm.hpp"

using namespace tulay;
using gateway::Call;
using gateway::Fault;
using gateway::Firm;
using gateway::Sent;

namespace {

constexpr int clients = 250;
constexpr int texts_each = 10;
constexpr int handsets = 12;
constexpr int leaves_every = 5;  // every fifth client opts out half way
constexpr int leaves_at = 5;

constexpr std::array questions{"how much is the fee",
                               "can my parole be extended",
                               "¿cuándo puedo pedir re-parole?",
                               "¿qué documentos necesito?",
                               "magkano po ang bayad?",
                               "puwede po ba akong magtrabaho?",
                               "where is your office",
                               "hello"};
constexpr std::array farewells{"STOP",
                               "please stop texting me",
                               "ya no me escriban",
                               "DARME DE BAJA",
                               "tama na po",
                               "unsubscribe",
                               "Opt-out!",
                               "huwag na po kayong mag-text"};

struct Client {
  int number = 0;
  std::string phone;
  std::mt19937 chance;
  [[nodiscard]] bool leaves() const { return number % leaves_every == 0; }
  bool happens(int percent) { return static_cast<int>(chance() % 100) < percent; }
};

/// What the handsets saw, and what is wrong with it.
struct Findings {
  std::mutex mutex;
  std::vector<std::string> faults;
  std::atomic<int> delivered = 0;
  std::atomic<int> twice = 0;
  std::atomic<int> hung_up = 0;
  void fault(const std::string& what) {
    const std::lock_guard guard(mutex);
    faults.push_back(what);
  }
};

class Storm {
 public:
  explicit Storm(Firm& firm) : firm_(firm), in_answer_(firm.side->name() == "twilio") {
    firm_.simulator.plan([this](const Sent& /*sent*/) {
      const int n = ++attempts_;
      Fault fault;
      if (n % 37 == 0) fault.status = 429;
      if (n % 41 == 0) fault.answer_lost = true;
      if (n % 29 == 0) fault.slow = std::chrono::milliseconds(150);
      return fault;
    });
  }

  void blow() {
    std::vector<std::thread> threads;
    threads.reserve(handsets);
    for (int i = 0; i < handsets; ++i) {
      threads.emplace_back([this] {
        for (int number = next_++; number < clients; number = next_++) live(number);
      });
    }
    for (auto& thread : threads) thread.join();
  }

  Findings found;

 private:
  [[nodiscard]] Call call_of(const Client& client, int n) const {
    const auto words =
        std::string(n == leaves_at && client.leaves()
                        ? farewells[static_cast<std::size_t>(client.number / leaves_every) % farewells.size()]
                        : questions[static_cast<std::size_t>(client.number + n) % questions.size()]);
    return firm_.side->text({"in-" + std::to_string(client.number) + "-" + std::to_string(n), client.phone,
                             words, gateway::now_seconds() * 1000 + n});
  }

  /// Until the gateway has heard that the program took it, as gateways do; the answer's body.
  std::string deliver(Client& client, const Call& call) {
    std::string first;
    if (client.happens(6)) {
      ++found.hung_up;
      static_cast<void>(gateway::post(firm_.port, call));
    }
    for (int tries = client.happens(12) ? 2 : 1; tries > 0;) {
      const auto [status, body] = gateway::call(firm_.port, call);
      if (status == 503) continue;
      if (status != 200) return found.fault("status " + std::to_string(status)), first;
      if (!first.empty() && body != first) found.fault("another answer to the same text: " + body);
      if (tries-- > 1) ++found.twice;
      first = body;
    }
    ++found.delivered;
    return first;
  }

  /// A client's ten texts; two and two arrive together, the later one first.
  void live(int number) {
    Client client{number, "+1213555" + std::to_string(1000 + number),
                  std::mt19937(static_cast<unsigned>(number))};
    const int before = client.leaves() ? leaves_at : texts_each;
    for (int n = 0; n < before; n += 2) {
      const auto earlier = call_of(client, n);
      if (n + 1 < before && client.happens(30)) {
        std::mt19937 other_chance = client.chance;
        Client other{client.number, client.phone, other_chance};
        std::thread overtakes([&] { check_spoken(deliver(other, call_of(client, n + 1))); });
        check_spoken(deliver(client, earlier));
        overtakes.join();
        continue;
      }
      check_spoken(deliver(client, earlier));
      if (n + 1 < before) check_spoken(deliver(client, call_of(client, n + 1)));
    }
    expect_texts(client, before);
    if (client.leaves()) leave(client);
  }

  // From the moment on that the program has taken it, no text but the one confirmation.
  void leave(Client& client) {
    check_spoken(deliver(client, call_of(client, leaves_at)));
    expect_texts(client, leaves_at + 1);
    for (int n = leaves_at + 1; n < texts_each; ++n) {
      const auto body = deliver(client, call_of(client, n));
      if (body.find("<Message>") != std::string::npos) found.fault("an answer after an opt-out");
    }
  }

  void check_spoken(const std::string& body) {
    if (!in_answer_ && !body.empty()) found.fault("words in an acknowledgement: " + body);
    if (!in_answer_) return;
    const auto at = body.find("<Message>");
    if (at == std::string::npos) return found.fault("no answer: " + body);
    if (body.find("<Message>", at + 1) != std::string::npos) found.fault("two answers: " + body);
  }

  void expect_texts(const Client& client, int texts) {
    if (in_answer_ || firm_.simulator.wait_for(client.phone, texts)) return;
    found.fault(client.phone + " was sent " + std::to_string(firm_.simulator.texts_to(client.phone)) +
                " of " + std::to_string(texts));
  }

  Firm& firm_;
  bool in_answer_;
  std::atomic<int> attempts_ = 0;
  std::atomic<int> next_ = 0;
};

}  // namespace

TEST_CASE("ten thousand texts on a bad day: each answered once, no turn doubled, no opt-out missed") {
  const auto* const gateway = GENERATE("twilio", "telnyx", "vonage", "plivo");
  INFO(gateway);
  Firm firm(gateway);
  Storm storm(firm);
  storm.blow();
  for (const auto& fault : storm.found.faults) UNSCOPED_INFO(fault);
  CHECK(storm.found.faults.empty());
  CHECK(storm.found.delivered == clients * texts_each);
  CHECK(storm.found.twice > 0);
  CHECK(storm.found.hung_up > 0);

  constexpr int leavers = clients / leaves_every;
  constexpr int turns = clients * texts_each - leavers * (texts_each - leaves_at);
  CHECK(firm.stored("SELECT count(*) FROM turns") == std::to_string(turns));
  CHECK(firm.stored("SELECT count(*) FROM opt_out_changes") == std::to_string(leavers));
  CHECK(firm.stored("SELECT count(*) FROM sms_answers") == std::to_string(clients * texts_each));
  if (std::string(gateway) == "twilio") return;
  for (int number = 0; number < clients; ++number) {
    const auto phone = "+1213555" + std::to_string(1000 + number);
    const int texts = number % leaves_every == 0 ? leaves_at + 1 : texts_each;
    INFO(phone);
    CHECK(firm.simulator.texts_to(phone) == texts);
  }
  CHECK(firm.simulator.attempts() > turns + leavers);
  CHECK(firm.simulator.strangers() == 0);
}
