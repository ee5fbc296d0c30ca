#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "adapters/sms/dialect.hpp"
#include "adapters/sms/error_codes.hpp"
#include "adapters/sms/in_order.hpp"
#include "adapters/sms/keywords.hpp"
#include "bot/engine/engine.hpp"
#include "bot/ports/opt_outs.hpp"
#include "bot/ports/sms_ledger.hpp"

namespace tulay::sms {

/// Everything that answering a text needs; all must outlive it.
struct Doors {
  const Dialect& dialect;
  const Keywords& keywords;
  bot::Engine& engine;
  const bot::SnapshotCell& snapshots;
  const bot::Firm& firm;
  const bot::Clock& clock;
  bot::OptOuts& opt_outs;
  bot::SmsLedger& ledger;
  bot::Deliveries& deliveries;
  bot::Outbox& outbox;
  const ErrorCodes& codes;
};

struct SmsSettings {
  std::string public_url;                  // as typed into the gateway's console
  std::vector<std::string> numbers;        // ours, in E.164
  bool carrier_replies = true;             // the carrier answers STOP, START and HELP by itself
  bool keep_accents = false;               // á í ó ú stay, at the price of half the room
  std::chrono::milliseconds gathers{250};  // what was written earlier may arrive this much later
};

/// For the log; no words and no number of a client.
struct SmsEvents {
  std::function<void(std::string_view request_id, const bot::Trace&)> turn;
  std::function<void(std::string_view request_id, std::string_view what)> failed;
  std::function<void(std::string_view request_id, std::string_view what)> noted;
};

/// Why a text has no answer yet, and the gateway shall bring it again; empty when there is nothing to log.
using NotYet = std::string;

/// What a client's text is answered: commands before everything else, then the bot. Each message of a gateway
/// once; one at a time for each pair of numbers, in the order in which they were written. May be shared by
/// threads.
class Answering {
 public:
  Answering(const Doors& doors, SmsSettings settings, SmsEvents events);

  /// The answer, on disk, and in the outbox where it does not go into the webhook's own answer. A message
  /// that came before has the answer that it had then.
  [[nodiscard]] tl::expected<bot::SmsAnswer, NotYet> answer(const InboundText& text,
                                                            std::string_view request_id);

 private:
  struct Turn;  // one text on its way to its answer
  using Decided = tl::expected<void, NotYet>;

  [[nodiscard]] Decided decide(Turn& turn);
  [[nodiscard]] Decided command(Turn& turn, const Keyword& keyword);
  [[nodiscard]] Decided opt_out(Turn& turn, bool carrier_answers, bot::OptOutSource source);
  [[nodiscard]] Decided opt_in(Turn& turn, bool carrier_answers, bot::OptOutSource source);
  [[nodiscard]] Decided by_carrier(Turn& turn);
  [[nodiscard]] Decided by_bot(Turn& turn);
  [[nodiscard]] tl::expected<bool, NotYet> more(Turn& turn);
  [[nodiscard]] tl::expected<bool, NotYet> paced(Turn& turn);
  void speak(Turn& turn, std::string_view text) const;
  [[nodiscard]] std::string phrase(const Turn& turn, std::string_view id) const;
  [[nodiscard]] std::optional<Keyword> keyword_of(const Turn& turn) const;
  [[nodiscard]] Decided hand_over(const bot::SmsAnswer& answer, const InboundText& text);

  Doors doors_;
  SmsSettings settings_;
  SmsEvents events_;
  InOrder turns_;
};

}  // namespace tulay::sms
