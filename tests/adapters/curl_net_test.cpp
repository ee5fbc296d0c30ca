#include <httplib.h>

#include <catch2/catch.hpp>
#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "adapters/staff/net.hpp"
#include "adapters/staff/notifier.hpp"
#include "adapters/staff/signature.hpp"
#include "adapters/staff/webhook.hpp"
#include "adapters/store/sqlite_notices.hpp"
#include "adapters/store/sqlite_store.hpp"
#include "fakes/fixed_clock.hpp"
#include "fakes/mail_server.hpp"

using namespace tulay;

namespace {

/// The firm's own receiver, on a real socket. It takes each request down before it misbehaves, as what hangs
/// or fails may well have done.
class Receiver {
 public:
  enum class Mood { take, fail, hang, hang_up };

  Receiver() {
    server_.Post("/hook", [this](const httplib::Request& request, httplib::Response& response) {
      answer(request, response);
    });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
  }
  ~Receiver() {
    let_go();
    server_.stop();
    thread_.join();
  }
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/hook"; }
  /// Ends what hangs.
  void let_go() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    let_go_.notify_all();
  }
  /// Waits for the first request.
  void wait() {
    std::unique_lock lock(mutex_);
    came_.wait_for(lock, std::chrono::seconds(20), [this] { return !keys_.empty(); });
  }
  void behave(std::vector<Mood> moods) {
    const std::lock_guard lock(mutex_);
    moods_ = std::move(moods);
  }
  [[nodiscard]] std::vector<std::string> keys() const {
    const std::lock_guard lock(mutex_);
    return keys_;
  }

 private:
  void answer(const httplib::Request& request, httplib::Response& response) {
    auto mood = Mood::take;
    {
      const std::lock_guard lock(mutex_);
      keys_.push_back(request.get_header_value("Idempotency-Key"));
      came_.notify_all();
      if (!moods_.empty()) {
        mood = moods_.front();
        moods_.erase(moods_.begin());
      }
    }
    const auto signed_text = request.get_header_value("X-Tulay-Timestamp") + "." + request.body;
    if (request.get_header_value("X-Tulay-Signature") != "v1=" + staff::signature_of("secret", signed_text))
      response.status = 401;
    if (mood == Mood::fail) response.status = 500;
    if (mood == Mood::hang) {
      std::unique_lock lock(mutex_);
      let_go_.wait_for(lock, std::chrono::seconds(20), [this] { return ended_; });
    }
    if (mood == Mood::hang_up)
      response.set_content_provider(10, "text/plain", [](auto, auto, auto&) { return false; });
  }

  httplib::Server server_;
  int port_ = 0;
  std::thread thread_;
  mutable std::mutex mutex_;
  std::condition_variable came_;
  std::condition_variable let_go_;
  bool ended_ = false;
  std::vector<Mood> moods_;
  std::vector<std::string> keys_;
};

using Mood = Receiver::Mood;

bot::Handoff a_request(const std::string& ticket, const std::string& conversation) {
  bot::Handoff handoff;
  handoff.ticket = ticket;
  handoff.conversation = conversation;
  return handoff;
}

/// Which of the keys came, each once, in the order of their first coming.
std::vector<std::string> first_comings(const std::vector<std::string>& keys, const std::string& ticket) {
  std::vector<std::string> out;
  for (const auto& key : keys) {
    const bool ours = key.starts_with(ticket + "-");
    if (ours && std::find(out.begin(), out.end(), key) == out.end()) out.push_back(key);
  }
  return out;
}

}  // namespace

TEST_CASE("over a receiver that fails, hangs, hangs up and repeats, every request arrives, in order") {
  Receiver receiver;
  receiver.behave({Mood::fail, Mood::take, Mood::hang_up, Mood::hang, Mood::fail, Mood::take, Mood::hang_up});
  const auto turns = std::move(*store::SqliteStore::open(":memory:"));
  store::SqliteNotices notices(turns->connection());
  fakes::FixedClock clock;
  staff::CurlNet net(1);
  staff::Webhook webhook({receiver.url(), "secret", false}, net, clock);
  staff::Notifier notifier(notices, webhook, clock, [](std::string_view) {});
  bot::Records records;
  for (int i = 0; i < 5; ++i) {
    records.handoffs.push_back(a_request("H-A", "a"));
    records.handoffs.push_back(a_request("H-B", "b"));
  }
  REQUIRE(turns->keep(records).has_value());
  int told = 0;
  for (int round = 0; round < 40 && told < 10; ++round) {
    told += notifier.tell_due({}).value();
    clock.pass(std::chrono::seconds(3600));
  }
  CHECK(told == 10);
  using Keys = std::vector<std::string>;
  CHECK(first_comings(receiver.keys(), "H-A") == Keys{"H-A-1", "H-A-3", "H-A-5", "H-A-7", "H-A-9"});
  CHECK(first_comings(receiver.keys(), "H-B") == Keys{"H-B-2", "H-B-4", "H-B-6", "H-B-8", "H-B-10"});
  CHECK(receiver.keys().size() > 10);  // at least once, and the key tells a repeated one
}

TEST_CASE("a stop does not wait for a receiver that hangs") {
  Receiver receiver;
  receiver.behave({Mood::hang});
  staff::CurlNet net(60);
  std::stop_source stop;
  std::thread stopper([&] {
    receiver.wait();
    stop.request_stop();
  });
  const auto start = std::chrono::steady_clock::now();
  const auto posted = net.post({receiver.url(), {}, "{}"}, stop.get_token());
  stopper.join();
  CHECK_FALSE(posted.has_value());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(15));
}

TEST_CASE("a receiver that is not there is a failure, not an exception") {
  staff::CurlNet net(1);
  CHECK_FALSE(net.post({"http://127.0.0.1:1/hook", {}, "{}"}, {}).has_value());
  CHECK_FALSE(net.post({"file:///etc/hostname", {}, ""}, {}).has_value());
}

TEST_CASE("a letter reaches a mail server as it was written") {
  fakes::MailServer server;
  staff::CurlNet net(5);
  const std::string text = "Subject: request\r\n\r\n.a line that begins with a point\r\n";
  const auto sent = net.mail({"smtp://127.0.0.1:" + std::to_string(server.port()),
                              "",
                              "",
                              "bot@firm.example",
                              {"a@firm.example", "b@firm.example"},
                              text},
                             {});
  REQUIRE(sent.has_value());
  const auto heard = server.heard();
  CHECK(heard.find("MAIL FROM:<bot@firm.example>") != std::string::npos);
  CHECK(heard.find("RCPT TO:<a@firm.example>") != std::string::npos);
  CHECK(heard.find("RCPT TO:<b@firm.example>") != std::string::npos);
  CHECK(heard.find("\r\n\r\n..a line that begins with a point\r\n.\r\n") != std::string::npos);
}

TEST_CASE("a mail server that takes no recipient is a failure") {
  fakes::MailServer server("550 no such mailbox\r\n");
  staff::CurlNet net(5);
  const auto sent = net.mail({"smtp://127.0.0.1:" + std::to_string(server.port()),
                              "",
                              "",
                              "bot@firm.example",
                              {"a@firm.example"},
                              "x"},
                             {});
  CHECK_FALSE(sent.has_value());
}
