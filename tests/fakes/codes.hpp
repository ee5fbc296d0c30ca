#pragma once

#include <algorithm>
#include <vector>

#include "bot/ports/code_ledger.hpp"

namespace tulay::fakes {

/// Codes that went out, in memory. For one thread.
class Codes final : public bot::CodeLedger {
 public:
  [[nodiscard]] tl::expected<bool, bot::StoreError> take(const bot::CodeAsked& asked,
                                                         const bot::CodeLimits& limits) override {
    const auto count = [&](auto matches, std::chrono::minutes back) {
      return std::count_if(all_.begin(), all_.end(),
                           [&](const auto& one) { return matches(one) && one.at > asked.at - back; });
    };
    const auto to_phone = [&](const auto& one) { return one.phone == asked.phone; };
    const auto by_client = [&](const auto& one) { return one.client == asked.client; };
    const auto sent = [](const auto& one) { return !one.phone.empty(); };
    constexpr std::chrono::minutes day{24 * 60};
    const bool sends =
        !asked.phone.empty() && count(to_phone, std::chrono::minutes(15)) < limits.per_phone_quarter &&
        count(to_phone, day) < limits.per_phone_day && count(sent, day) < limits.per_day &&
        (asked.client.empty() || count(by_client, std::chrono::minutes(60)) < limits.per_block_hour);
    all_.push_back({sends ? asked.phone : "", asked.client, asked.at});
    return sends;
  }

 private:
  std::vector<bot::CodeAsked> all_;
};

}  // namespace tulay::fakes
