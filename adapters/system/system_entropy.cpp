#include "adapters/system/system_entropy.hpp"

#include <sodium.h>

#include <array>
#include <vector>

namespace tulay::system {

std::unique_ptr<SystemEntropy> SystemEntropy::open() {
  if (sodium_init() < 0) return nullptr;
  return std::unique_ptr<SystemEntropy>(new SystemEntropy);
}

std::string SystemEntropy::token(std::size_t bytes) {
  if (bytes == 0) return {};
  std::vector<unsigned char> random(bytes);
  randombytes_buf(random.data(), random.size());
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), variant);
  text.pop_back();  // libsodium's closing zero
  return text;
}

std::string SystemEntropy::digest(std::string_view token) const {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  const std::vector<unsigned char> bytes(token.begin(), token.end());
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

}  // namespace tulay::system
