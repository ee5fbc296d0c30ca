#include "adapters/system/system_entropy.hpp"

#include <sodium.h>

#include <array>
#include <vector>

namespace tulay::system {
namespace {

std::string hashed(std::string_view text, std::string_view key) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  const std::vector<unsigned char> bytes(text.begin(), text.end());
  const std::vector<unsigned char> secret(key.begin(), key.end());
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), secret.data(), secret.size());
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

}  // namespace

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

SystemEntropy::SystemEntropy() : key_(token(crypto_generichash_KEYBYTES)) {}

std::uint32_t SystemEntropy::below(std::uint32_t bound) { return randombytes_uniform(bound); }

std::string SystemEntropy::digest(std::string_view token) const { return hashed(token, {}); }

std::string SystemEntropy::keyed_digest(std::string_view text) const { return hashed(text, key_); }

}  // namespace tulay::system
