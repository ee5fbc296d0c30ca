#pragma once

#include <atomic>
#include <string>
#include <string_view>

#include "bot/ports/entropy.hpp"

namespace tulay::fakes {

/// The code 123456; "token-1", "token-2", …; a digest is the token with "#" before it.
class CountingEntropy final : public bot::Entropy {
 public:
  [[nodiscard]] std::string token(std::size_t /*bytes*/) override {
    return "token-" + std::to_string(++count_);
  }
  /// 123456 as long as the bound allows.
  [[nodiscard]] std::uint32_t below(std::uint32_t bound) override { return 123456 % bound; }
  [[nodiscard]] std::string keyed_digest(std::string_view text) const override {
    return "!" + std::string(text);
  }
  [[nodiscard]] std::string digest(std::string_view token) const override { return "#" + std::string(token); }

 private:
  std::atomic<int> count_ = 0;
};

}  // namespace tulay::fakes
