#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "bot/ports/case_directory.hpp"
#include "bot/ports/code_ledger.hpp"
#include "bot/ports/entropy.hpp"
#include "bot/ports/session.hpp"

namespace tulay::bot {

/// How a check of who someone is stands after a step.
enum class IdentityStep : std::uint8_t { code_sent, wrong, second_fact, verified, locked };

/// A code to put on its way. `phone` is empty when nobody may get one, so that sending costs the same.
struct CodeToSend {
  std::string phone;  // E.164
  std::string code;
};

struct IdentitySettings {
  int code_minutes = 5;
  int tries = 3;  // per code
  int codes = 5;  // per conversation
  CodeLimits sends;
  int fresh_phone_days = 7;  // no code to a phone that changed lately
  int idle_minutes_web = 30;
  int idle_minutes_sms = 15;
  int longest_minutes = 60;
};

/// Who is this? (security.md §3) The only maker of Verified. What is found, and whether anything was, shows
/// in nothing it says. What it remembers is in the session and, of codes sent, in the ledger. May be shared
/// by threads.
class Identity {
 public:
  Identity(Entropy& entropy, CodeLedger& ledger, IdentitySettings settings);

  /// A code for whoever the key means, if anyone: the answer is always code_sent, or locked after too many.
  /// `client` is who asks, as the ledger's limits count.
  [[nodiscard]] tl::expected<IdentityStep, StoreError> begin(const std::vector<ContactMatch>& found,
                                                             const Session& session,
                                                             const std::string& client,
                                                             knowledge::Instant now, knowledge::Date today,
                                                             Verification& next, CodeToSend& send);
  /// The client wrote a code.
  [[nodiscard]] IdentityStep check_code(std::string_view code, const Session& session, knowledge::Instant now,
                                        Verification& next) const;
  /// The client wrote a birth year.
  [[nodiscard]] IdentityStep check_year(int year, const Session& session, knowledge::Instant now,
                                        Verification& next) const;
  /// Proof, while the verification lasts; renews its idle time.
  [[nodiscard]] std::optional<Verified> verified(Channel channel, knowledge::Instant now,
                                                 Verification& next) const;

  /// Proof for someone of the firm, at its own machine. Whoever asks for it notes in the audit what was shown
  /// before it is.
  [[nodiscard]] static Verified vouched_for_by_staff(std::string contact_id);

 private:
  [[nodiscard]] std::string year_digest(int year, const Session& session) const;

  Entropy& entropy_;
  CodeLedger& ledger_;
  IdentitySettings settings_;
};

}  // namespace tulay::bot
