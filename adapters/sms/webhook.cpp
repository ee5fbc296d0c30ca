#include "adapters/sms/webhook.hpp"

#include <algorithm>

namespace tulay::sms {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<std::string_view> Webhook::header(std::string_view name) const {
  std::optional<std::string_view> found;
  for (const auto& [key, value] : headers) {
    if (!same_name(key, name)) continue;
    if (found) return std::nullopt;
    found = value;
  }
  return found;
}

std::string_view Webhook::query() const {
  const auto mark = url.find('?');
  return mark == std::string::npos ? std::string_view() : std::string_view(url).substr(mark + 1);
}

bool Webhook::json() const {
  const auto type = header("Content-Type").value_or("");
  return same_name(type.substr(0, 16), "application/json");
}

std::string_view name(Refusal refusal) {
  switch (refusal) {
    case Refusal::not_signed:
      return "not_signed";
    case Refusal::send_it_signed:
      return "send_it_signed";
    case Refusal::wrong_signature:
      return "wrong_signature";
    case Refusal::stale:
      return "stale";
    case Refusal::replayed:
      return "replayed";
    case Refusal::foreign:
      return "foreign";
    case Refusal::malformed:
      break;
  }
  return "malformed";
}

}  // namespace tulay::sms
