#include "adapters/sms/vonage_signature.hpp"

#include <algorithm>
#include <array>

#include "adapters/sms/gateway_json.hpp"
#include "adapters/sms/signature.hpp"
#include "adapters/sms/timestamp.hpp"

namespace tulay::sms {
namespace {

// By Vonage's design "&", "=" and "_" inside a value sign alike.
std::string without_separators(std::string value) {
  std::replace_if(
      value.begin(), value.end(), [](char c) { return c == '&' || c == '='; }, '_');
  return value;
}

std::string signed_text(Fields parameters) {
  std::sort(parameters.begin(), parameters.end());
  std::string text;
  for (const auto& [name, value] : parameters) {
    if (name != "sig") text += "&" + name + "=" + without_separators(value);
  }
  return text;
}

bool has_double(Fields parameters) {
  std::sort(parameters.begin(), parameters.end());
  return std::adjacent_find(parameters.begin(), parameters.end(), [](const auto& a, const auto& b) {
           return a.first == b.first;
         }) != parameters.end();
}

// PHP writes capitals, Python small letters.
std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

bool genuine(const std::string& text, const std::string& signature, const Account& account) {
  if (account.method == "md5hash") {
    return std::any_of(account.secrets.begin(), account.secrets.end(), [&](const std::string& secret) {
      return !secret.empty() && same(hex(digest(Hash::md5, text + secret)), signature);
    });
  }
  const auto hash = account.method == "md5"      ? Hash::md5
                    : account.method == "sha1"   ? Hash::sha1
                    : account.method == "sha512" ? Hash::sha512
                                                 : Hash::sha256;
  return made_by_one(account.secrets, hash, text, signature, hex);
}

/// Header, claims and signature of a compact token.
std::optional<std::array<std::string_view, 3>> parts_of(std::string_view token) {
  const auto first = token.find('.');
  const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
    return std::nullopt;
  return std::array{token.substr(0, first), token.substr(first + 1, second - first - 1),
                    token.substr(second + 1)};
}

Verdict claims_verdict(const nlohmann::json& claims, std::string_view body, const Account& account,
                       knowledge::Instant now) {
  const auto issued = instant_of(word(claims, "iat"));
  if (!issued || !fresh(*issued, now)) return tl::unexpected(Refusal::stale);
  if (word(claims, "api_key") != account.id) return tl::unexpected(Refusal::foreign);
  // The vendor calls it optional; without it a captured token would sign any body.
  if (!same(word(claims, "payload_hash"), hex(digest(Hash::sha256, body))))
    return tl::unexpected(Refusal::wrong_signature);
  return Accepted{};
}

}  // namespace

Verdict vonage_parameters_verdict(const Fields& parameters, const Account& account, knowledge::Instant now) {
  const auto signature = only(parameters, "sig");
  const auto stamp = only(parameters, "timestamp");
  if (!signature || signature->empty() || !stamp) return tl::unexpected(Refusal::not_signed);
  if (has_double(parameters)) return tl::unexpected(Refusal::malformed);
  if (!genuine(signed_text(parameters), lowered(*signature), account))
    return tl::unexpected(Refusal::wrong_signature);
  const auto signed_at = instant_of(*stamp);
  if (!signed_at || !fresh(*signed_at, now)) return tl::unexpected(Refusal::stale);
  if (!account.id.empty() && only(parameters, "api-key") != account.id)
    return tl::unexpected(Refusal::foreign);
  return Accepted{only(parameters, "nonce"), true};
}

Verdict vonage_token_verdict(std::string_view authorization, std::string_view body, const Account& account,
                             knowledge::Instant now) {
  constexpr std::string_view scheme = "Bearer ";
  if (!authorization.starts_with(scheme)) return tl::unexpected(Refusal::not_signed);
  const auto parts = parts_of(authorization.substr(scheme.size()));
  if (!parts) return tl::unexpected(Refusal::not_signed);
  const auto& [header, claims, signature] = *parts;
  const auto signed_part = std::string(header) + "." + std::string(claims);
  const auto algorithm = word(gateway_json(from_base64url(header).value_or("")), "alg");
  // The token never chooses the algorithm.
  if (algorithm != "HS256" || !made_by_one(account.secrets, Hash::sha256, signed_part, signature, base64url))
    return tl::unexpected(Refusal::wrong_signature);
  return claims_verdict(gateway_json(from_base64url(claims).value_or("")), body, account, now);
}

}  // namespace tulay::sms
