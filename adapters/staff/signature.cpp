#include "adapters/staff/signature.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace tulay::staff {
namespace {

constexpr std::size_t bytes_in_line = 57;  // 76 signs

using Bytes = std::basic_string<unsigned char>;

}  // namespace

std::string signature_of(std::string_view secret, std::string_view message) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  const Bytes bytes(message.begin(), message.end());
  if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes.data(), bytes.size(),
           out.data(), &size) == nullptr)
    return {};
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += digits[out.at(i) >> 4U];
    hex += digits[out.at(i) & 15U];
  }
  return hex;
}

std::string base64_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += bytes_in_line) {
    const auto part = text.substr(at, bytes_in_line);
    const Bytes bytes(part.begin(), part.end());
    std::array<unsigned char, 80> line{};  // 76 and the closing zero
    const int length = EVP_EncodeBlock(line.data(), bytes.data(), static_cast<int>(bytes.size()));
    out.append(line.begin(), line.begin() + length);
    out += "\r\n";
  }
  return out;
}

}  // namespace tulay::staff
