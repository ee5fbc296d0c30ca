#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

#include "e2e/visitor.hpp"

using namespace tulay;
using e2e::json;
using e2e::Program;
using e2e::Visitor;

namespace {

std::vector<std::string> serve() {
  return {"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_E2E_DATA, "--store.file", "tulay.db"};
}

/// `tulay review …` beside the server, in the same folder.
std::pair<int, std::string> review(const fakes::TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "review");
  arguments.insert(arguments.end(), {"--data.dir", TULAY_E2E_DATA, "--store.file", "tulay.db"});
  Program program(arguments, folder.path());
  const auto output = program.output();
  return {program.exit_status(), output};
}

/// Staff's own receiver of the webhook.
class Receiver {
 public:
  Receiver() {
    server_.Post("/hook", [this](const httplib::Request& request, httplib::Response&) {
      const std::lock_guard lock(mutex_);
      bodies_.push_back(request.body);
      came_.notify_all();
    });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
  }
  ~Receiver() {
    server_.stop();
    thread_.join();
  }
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;
  [[nodiscard]] int port() const { return port_; }
  std::string first() {
    std::unique_lock lock(mutex_);
    came_.wait_for(lock, std::chrono::seconds(20), [this] { return !bodies_.empty(); });
    return bodies_.empty() ? "" : bodies_.front();
  }

 private:
  httplib::Server server_;
  int port_ = 0;
  std::thread thread_;
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<std::string> bodies_;
};

}  // namespace

TEST_CASE(
    "a request for a person is listed beside the running server, closed, and the closing is in the audit") {
  const fakes::TemporaryFolder folder;
  {
    Program program(serve(), folder.path());
    Visitor visitor(program);
    const auto answer = visitor.say({{"message", "I want to talk to a person"}});
    const std::string ticket = answer["handoff"]["ticket"];
    const auto listed = review(folder, {});
    CHECK(listed.first == 0);
    CHECK(listed.second.find(ticket + "  normal  open") != std::string::npos);
    CHECK(listed.second.ends_with("1 ticket is open\n"));
    CHECK(review(folder, {"--show", ticket}).second.find("| client: I want to talk to a person") !=
          std::string::npos);
    CHECK(review(folder, {"--close", ticket}) == std::pair(0, ticket + " is closed\n"));
    CHECK(review(folder, {"--close", ticket}).first == 2);
    CHECK(review(folder, {}).second == "0 tickets are open\n");
    CHECK(review(folder, {"--all"}).second.find("closed by staff:") != std::string::npos);
    visitor.say({{"message", "hablar con una persona por favor"}});
    program.send(SIGTERM);
    CHECK(program.exit_status() == 0);
  }
  Program verify({"store", "verify", "tulay.db"}, folder.path());
  CHECK(verify.output().starts_with("audit whole: "));
}

TEST_CASE("missed questions are listed alike together, and settled; the week is a text and a page") {
  const fakes::TemporaryFolder folder;
  Program program(serve(), folder.path());
  Visitor visitor(program);
  visitor.say({{"message", "xyzzy plugh frobnicate 213-555-0147"}});
  visitor.say({{"message", "xyzzy plugh frobnicate"}});
  visitor.say({{"message", "how much is the fee"}});
  const auto missed = review(folder, {"--missed"});
  CHECK(missed.second.find("2 not understood\n  #1 en \"xyzzy plugh frobnicate [phone]\"") !=
        std::string::npos);
  CHECK(missed.second.ends_with("2 questions in 1 group\n"));
  CHECK(review(folder, {"--settle", "2"}) == std::pair(0, std::string("2 questions are done\n")));
  CHECK(review(folder, {"--missed"}).second == "0 questions in 0 groups\n");
  CHECK(review(folder, {"--settle", "2"}).first == 2);
  const auto summary = review(folder, {"--summary", "--html", "week.html"});
  CHECK(summary.first == 0);
  CHECK(summary.second.find(": 3 questions, answered 33 %") != std::string::npos);
  CHECK(fakes::content_of(folder.path() / "week.html").find("<svg") != std::string::npos);
}

TEST_CASE("staff hear of a request by the webhook, signed, and of nothing that the client wrote") {
  const fakes::TemporaryFolder folder;
  Receiver receiver;
  std::ofstream(folder.path() / "secret") << "a made-up secret\n";
  std::ofstream(folder.path() / "tulay.toml")
      << "[notify]\nwebhook_url = 'http://127.0.0.1:" << receiver.port()
      << "/hook'\nwebhook_secret_file = 'secret'\n";
  Program program(serve(), folder.path());
  httplib::Client client("127.0.0.1", program.port());
  const auto taken =
      client.Post("/v1/handoff",
                  R"({"name":"Canary Cruz","reach_by":"canary@example.com","message":"ICE detained my son"})",
                  "application/json");
  REQUIRE(taken);
  REQUIRE(taken->status == 201);
  const auto answer = json::parse(taken->body);
  CHECK(answer["level"] == "emergency");
  CHECK(answer["text"].get<std::string>().starts_with("If anyone is in danger or very sick, call 911 now."));
  const auto told = json::parse(receiver.first());
  CHECK(told["ticket"] == answer["ticket"]);
  CHECK(told["level"] == "emergency");
  CHECK(told.dump().find("anary") == std::string::npos);
  program.send(SIGTERM);
  CHECK(program.exit_status() == 0);
  CHECK(program.errors().find("anary") == std::string::npos);
}

TEST_CASE("an unknown store is one clear line") {
  const fakes::TemporaryFolder folder;
  Program program({"review", "--data.dir", TULAY_E2E_DATA}, folder.path());
  CHECK(program.exit_status() == 2);
  CHECK(program.errors() == "tulay: error: cannot open the store tulay.db: there is no such file\n");
}
