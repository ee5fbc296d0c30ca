#pragma once

#include <set>
#include <string>
#include <vector>

#include "bot/ports/deliveries.hpp"
#include "bot/ports/opt_outs.hpp"
#include "bot/ports/parole_ends.hpp"
#include "bot/ports/reminder_book.hpp"

namespace tulay::fakes {

/// Paroles written by hand, whatever days are asked for; `down` makes it fail.
class Paroles final : public bot::ParoleEnds {
 public:
  std::vector<bot::EndingParole> all;
  bool down = false;
  [[nodiscard]] tl::expected<std::vector<bot::EndingParole>, bot::CaseError> ending(
      knowledge::Date /*first*/, knowledge::Date /*last*/) const override {
    if (down) return tl::unexpected(bot::CaseError::unavailable);
    return all;
  }
};

class OptOuts final : public bot::OptOuts {
 public:
  std::set<std::string, std::less<>> out;
  [[nodiscard]] tl::expected<bool, bot::StoreError> is_opted_out(std::string_view phone) const override {
    return out.contains(phone);
  }
  [[nodiscard]] tl::expected<bool, bot::StoreError> opt_out(std::string_view phone,
                                                            knowledge::Instant /*when*/,
                                                            bot::OptOutSource /*source*/) override {
    return out.emplace(phone).second;
  }
  [[nodiscard]] tl::expected<bool, bot::StoreError> opt_in(std::string_view phone,
                                                           knowledge::Instant /*when*/,
                                                           bot::OptOutSource /*source*/) override {
    return out.erase(std::string(phone)) == 1;
  }
};

/// Knows dead numbers only.
class Deliveries final : public bot::Deliveries {
 public:
  std::set<std::string, std::less<>> dead;
  [[nodiscard]] tl::expected<std::optional<bot::ClaimedText>, bot::StoreError> note(
      const bot::Delivery& /*delivery*/) override {
    return std::nullopt;
  }
  [[nodiscard]] tl::expected<void, bot::StoreError> again(std::int64_t /*id*/,
                                                          knowledge::Instant /*due*/) override {
    return {};
  }
  [[nodiscard]] tl::expected<bool, bot::StoreError> is_dead(std::string_view phone) const override {
    return dead.contains(phone);
  }
  [[nodiscard]] tl::expected<void, bot::StoreError> mark_dead(std::string_view phone,
                                                              std::string_view /*code*/,
                                                              knowledge::Instant /*at*/) override {
    dead.emplace(phone);
    return {};
  }
  [[nodiscard]] tl::expected<void, bot::StoreError> revive(std::string_view phone) override {
    dead.erase(std::string(phone));
    return {};
  }
};

/// Says of every reminder whether it is `there`.
class ReminderBook final : public bot::ReminderBook {
 public:
  bool there = false;
  [[nodiscard]] tl::expected<bool, bot::StoreError> has(const bot::ReminderEntry& /*entry*/) const override {
    return there;
  }
  [[nodiscard]] tl::expected<bool, bot::StoreError> queue(const bot::ReminderEntry& /*entry*/,
                                                          const bot::QueuedText& /*text*/) override {
    return !there;
  }
};

}  // namespace tulay::fakes
