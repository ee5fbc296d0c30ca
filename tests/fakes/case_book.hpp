#pragma once

#include <map>
#include <string>
#include <vector>

#include "bot/ports/audit.hpp"
#include "bot/ports/case_directory.hpp"
#include "bot/ports/outbox.hpp"

namespace tulay::fakes {

/// A case directory written by hand; `down` makes every call fail.
class CaseBook final : public bot::CaseDirectory {
 public:
  std::map<std::string, std::vector<bot::ContactMatch>> keys;  // by the key's value
  std::map<std::string, std::vector<bot::Case>> files;         // by contact id
  bool down = false;
  mutable int looked_up = 0;  // cases read

  [[nodiscard]] tl::expected<std::vector<bot::ContactMatch>, bot::CaseError> contacts(
      const bot::CaseKey& key) const override {
    if (down) return tl::unexpected(bot::CaseError::unavailable);
    const auto found = keys.find(key.value);
    return found == keys.end() ? std::vector<bot::ContactMatch>{} : found->second;
  }
  [[nodiscard]] tl::expected<std::vector<bot::Case>, bot::CaseError> cases(
      const bot::Verified& who, knowledge::Date /*today*/) const override {
    if (down) return tl::unexpected(bot::CaseError::unavailable);
    ++looked_up;
    const auto found = files.find(who.contact_id());
    return found == files.end() ? std::vector<bot::Case>{} : found->second;
  }
};

/// Keeps what was queued, in order.
class Outbox final : public bot::Outbox {
 public:
  std::vector<bot::QueuedText> texts;
  [[nodiscard]] tl::expected<void, bot::StoreError> queue(const bot::QueuedText& text) override {
    texts.push_back(text);
    return {};
  }
};

/// Keeps what was noted; `down` makes it fail.
class Audit final : public bot::AuditLog {
 public:
  std::vector<bot::AuditEntry> entries;
  bool down = false;
  [[nodiscard]] tl::expected<void, bot::StoreError> append(const bot::AuditEntry& entry) override {
    if (down) return tl::unexpected(bot::StoreError{bot::StoreErrorKind::unavailable, "down"});
    entries.push_back(entry);
    return {};
  }
};

}  // namespace tulay::fakes
