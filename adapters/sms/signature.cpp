#include "adapters/sms/signature.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>

namespace tulay::sms {
namespace {

const EVP_MD* algorithm(Hash hash) {
  switch (hash) {
    case Hash::md5:
      return EVP_md5();
    case Hash::sha1:
      return EVP_sha1();
    case Hash::sha512:
      return EVP_sha512();
    case Hash::sha256:
      break;
  }
  return EVP_sha256();
}

using Bytes = std::basic_string<unsigned char>;

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

std::string text_of(const unsigned char* bytes, std::size_t count) {
  return {bytes, bytes + count};  // NOLINT(cppcoreguidelines-pro-bounds-pointer-arithmetic)
}

std::string encoded(std::string_view bytes, int variant) {
  const auto raw = bytes_of(bytes);
  std::string text(sodium_base64_encoded_len(raw.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), raw.data(), raw.size(), variant);
  text.pop_back();  // libsodium's closing zero
  return text;
}

std::optional<std::string> decoded(std::string_view text, int variant) {
  Bytes raw(text.size(), 0);
  std::size_t count = 0;
  const char* end = nullptr;
  const int failed =
      sodium_base642bin(raw.data(), raw.size(), text.data(), text.size(), nullptr, &count, &end, variant);
  if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
  return text_of(raw.data(), count);
}

}  // namespace

std::string digest(Hash hash, std::string_view message) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  if (EVP_Digest(message.data(), message.size(), out.data(), &size, algorithm(hash), nullptr) != 1) return {};
  return text_of(out.data(), size);
}

std::string hmac(Hash hash, std::string_view key, std::string_view message) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  const auto bytes = bytes_of(message);
  if (HMAC(algorithm(hash), key.data(), static_cast<int>(key.size()), bytes.data(), bytes.size(), out.data(),
           &size) == nullptr) {
    return {};
  }
  return text_of(out.data(), size);
}

std::string hex(std::string_view bytes) {
  const auto raw = bytes_of(bytes);
  std::string text(raw.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), raw.data(), raw.size());
  text.pop_back();
  return text;
}

std::string base64(std::string_view bytes) { return encoded(bytes, sodium_base64_VARIANT_ORIGINAL); }

std::string base64url(std::string_view bytes) {
  return encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<std::string> from_base64(std::string_view text) {
  return decoded(text, sodium_base64_VARIANT_ORIGINAL);
}

std::optional<std::string> from_base64url(std::string_view text) {
  return decoded(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool signed_by(std::string_view public_key, std::string_view message, std::string_view signature) {
  if (public_key.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES) return false;
  const auto bytes = bytes_of(message);
  return crypto_sign_verify_detached(bytes_of(signature).data(), bytes.data(), bytes.size(),
                                     bytes_of(public_key).data()) == 0;
}

bool made_by_one(const std::vector<std::string>& secrets, Hash hash, std::string_view message,
                 std::string_view mac, std::string (*written)(std::string_view)) {
  bool found = false;
  for (const auto& secret : secrets) {
    const auto ours = hmac(hash, secret, message);
    // An empty secret or a failed HMAC must never let anyone in.
    if (!secret.empty() && !ours.empty() && same(written(ours), mac)) found = true;
  }
  return found;
}

}  // namespace tulay::sms
