#pragma once

#include <memory>

#include "bot/ports/entropy.hpp"

namespace tulay::system {

/// The kernel's randomness and BLAKE2b, through libsodium. May be shared by threads.
class SystemEntropy final : public bot::Entropy {
 public:
  /// Nothing when the machine has no randomness to give.
  static std::unique_ptr<SystemEntropy> open();
  [[nodiscard]] std::string token(std::size_t bytes) override;
  [[nodiscard]] std::uint32_t below(std::uint32_t bound) override;
  [[nodiscard]] std::string keyed_digest(std::string_view text) const override;
  [[nodiscard]] std::string digest(std::string_view token) const override;

 private:
  SystemEntropy();
  std::string key_;  // of this process
};

}  // namespace tulay::system
