#pragma once

#include <atomic>
#include <string>
#include <string_view>

#include "bot/ports/entropy.hpp"

namespace tulay::fakes {

/// "token-1", "token-2", …; a digest is the token with "#" before it.
class CountingEntropy final : public bot::Entropy {
 public:
  [[nodiscard]] std::string token(std::size_t /*bytes*/) override {
    return "token-" + std::to_string(++count_);
  }
  [[nodiscard]] std::string digest(std::string_view token) const override { return "#" + std::string(token); }

 private:
  std::atomic<int> count_ = 0;
};

}  // namespace tulay::fakes
