#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tulay::sms {

// What the gateways' signatures are made of. All pure; the only place that sees OpenSSL and libsodium.

enum class Hash : std::uint8_t { md5, sha1, sha256, sha512 };

/// Raw bytes.
[[nodiscard]] std::string digest(Hash hash, std::string_view message);
[[nodiscard]] std::string hmac(Hash hash, std::string_view key, std::string_view message);

[[nodiscard]] std::string hex(std::string_view bytes);  // lower case
[[nodiscard]] std::string base64(std::string_view bytes);
[[nodiscard]] std::string base64url(std::string_view bytes);  // without padding
/// Strictly: nothing for blanks, missing padding, or bits left over.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

/// Equal? In a time that depends on the lengths only.
[[nodiscard]] bool same(std::string_view a, std::string_view b);

/// Has the owner of the 32-byte key signed the message? False for a key or signature of another length.
[[nodiscard]] bool signed_by(std::string_view public_key, std::string_view message,
                             std::string_view signature);

/// Does one of the live secrets make this MAC of the message, as `written` (base64, hex) writes it?
[[nodiscard]] bool made_by_one(const std::vector<std::string>& secrets, Hash hash, std::string_view message,
                               std::string_view mac, std::string (*written)(std::string_view));

}  // namespace tulay::sms
