#include "adapters/sms/in_order.hpp"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

using namespace tulay;
using namespace std::chrono_literals;

namespace {

/// Takes a turn in a thread of its own, and notes when it had it.
class Row {
 public:
  void come(const std::string& sent_at) {
    threads_.emplace_back([this, sent_at] {
      const auto turn = order_.take("client", sent_at, 20s);
      const std::lock_guard guard(mutex_);
      had_.push_back(turn ? sent_at : "none");
    });
  }
  std::vector<std::string> had() {
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    return had_;
  }

 private:
  sms::InOrder order_{2000ms};
  std::mutex mutex_;
  std::vector<std::string> had_;
  std::vector<std::thread> threads_;
};

}  // namespace

TEST_CASE("texts that arrive together have their turns as they were written") {
  Row row;
  for (const auto* const sent_at : {"2026-11-24T20:00:03Z", "2026-11-24T20:00:01Z", "2026-11-24T20:00:02Z"})
    row.come(sent_at);
  CHECK(row.had() ==
        std::vector<std::string>{"2026-11-24T20:00:01Z", "2026-11-24T20:00:02Z", "2026-11-24T20:00:03Z"});
}

TEST_CASE("a turn that does not come in time is given up, and holds up nobody") {
  sms::InOrder order(1ms);
  {
    const auto held = order.take("client", "", 1s);
    REQUIRE(held.has_value());
    CHECK_FALSE(order.take("client", "", 5ms).has_value());
    CHECK(order.take("another", "", 5ms).has_value());
  }
  CHECK(order.take("client", "", 5ms).has_value());
}
