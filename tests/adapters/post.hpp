#pragma once

#include <catch2/catch.hpp>

#include "adapters/sms/outbox_sender.hpp"
#include "adapters/sms/report_desk.hpp"
#include "adapters/store/sqlite_deliveries.hpp"
#include "adapters/store/sqlite_opt_outs.hpp"
#include "adapters/store/sqlite_outbox.hpp"
#include "fakes/fixed_clock.hpp"

namespace tulay {

/// Takes texts, or answers with the faults laid out, one a try.
class FakeGateway final : public bot::SmsGateway {
 public:
  std::vector<bot::OutboundText> taken;
  std::vector<bot::SendErrorKind> faults;
  std::string code = "";
  int tries = 0;
  [[nodiscard]] tl::expected<std::string, bot::SendError> send(const bot::OutboundText& text) override {
    ++tries;
    if (!faults.empty()) {
      const auto fault = faults.front();
      faults.erase(faults.begin());
      return tl::unexpected(bot::SendError{fault, code, 60});
    }
    taken.push_back(text);
    return "SM" + std::to_string(taken.size());
  }
};

inline sms::ErrorCodes codes_of(std::string_view gateway) {
  knowledge::Problems problems;
  auto codes = sms::ErrorCodes::read(TULAY_SOURCE_DIR, gateway, problems);
  REQUIRE(codes.has_value());
  return std::move(*codes);
}

inline bot::QuietHours quiet_hours() {
  knowledge::Problems problems;
  auto quiet = bot::QuietHours::read(std::filesystem::path(TULAY_SOURCE_DIR), problems);
  REQUIRE(quiet.has_value());
  return std::move(*quiet);
}

inline constexpr const char* ours = "+12135550199";
inline constexpr const char* client = "+12135550123";

struct Post {
  std::unique_ptr<store::Connection> connection = std::move(*store::Connection::open(":memory:"));
  store::SqliteOutbox outbox{*connection};
  store::SqliteOptOuts opt_outs{*connection};
  store::SqliteDeliveries deliveries{*connection};
  fakes::FixedClock clock;  // Tuesday noon in Los Angeles
  FakeGateway gateway;
  sms::ErrorCodes codes = codes_of("twilio");
  bot::QuietHours quiet = quiet_hours();
  int pace = 1000;
  sms::OutboxSender sender{
      {outbox, gateway, opt_outs, deliveries, clock, codes, quiet}, ours, pace, [](std::string_view) {}};
  sms::ReportDesk desk{{deliveries, opt_outs, codes, clock}, [](std::string_view) {}};

  explicit Post(int segments_per_second = 1000) : pace(segments_per_second) {}

  void queue(const std::string& key, bot::TextPurpose purpose, const std::string& to = client,
             const std::string& words = "code: 123456") {
    bot::QueuedText text;
    text.to = to;
    text.text = words;
    text.key = key;
    text.purpose = purpose;
    text.queued = clock.now();
    text.zone = "America/Los_Angeles";
    if (purpose == bot::TextPurpose::code) text.useless_after = clock.now() + std::chrono::minutes(5);
    REQUIRE(outbox.queue(text).has_value());
  }
  void report(const std::string& id, sms::DeliveryStatus status, const std::string& code = "") {
    REQUIRE(desk.note({id, client, status, "", code}).has_value());
  }
  int send() {
    const auto sent = sender.send_due();
    REQUIRE(sent.has_value());
    return *sent;
  }
};

}  // namespace tulay
