#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "adapters/cases/breaker.hpp"
#include "bot/ports/case_directory.hpp"

namespace tulay::cases {

/// Another directory behind a breaker: while that one is down, slow or wrong, callers are told so at once and
/// wait for nothing. May be shared by threads.
class GuardedDirectory final : public bot::CaseDirectory {
 public:
  /// Told in one sentence, without anything personal, when the breaker opens or closes.
  using Tell = std::function<void(std::string_view)>;

  GuardedDirectory(std::unique_ptr<bot::CaseDirectory> inner, const bot::Clock& clock, Tell tell,
                   BreakerSettings settings = {})
      : inner_(std::move(inner)), tell_(std::move(tell)), breaker_(clock, settings) {}

  /// Are calls let through to the other directory?
  [[nodiscard]] bool up() const { return !breaker_.is_open(); }

  [[nodiscard]] tl::expected<std::vector<bot::ContactMatch>, bot::CaseError> contacts(
      const bot::CaseKey& key) const override;
  [[nodiscard]] tl::expected<std::vector<bot::Case>, bot::CaseError> cases(
      const bot::Verified& who, knowledge::Date today) const override;

 private:
  template <class Call>
  auto guarded(Call call) const -> decltype(call());

  std::unique_ptr<bot::CaseDirectory> inner_;
  Tell tell_;
  mutable Breaker breaker_;
};

}  // namespace tulay::cases
