#include "adapters/sms/answering.hpp"

#include <utility>

#include "adapters/sms/free_wording.hpp"
#include "adapters/sms/paging.hpp"
#include "adapters/sms/signature.hpp"
#include "adapters/sms/transliteration.hpp"
#include "adapters/sms/words.hpp"
#include "bot/engine/filling.hpp"
#include "intents/understand.hpp"

namespace tulay::sms {
namespace {

using bot::SmsAnswer;
using bot::StoreError;

constexpr std::chrono::milliseconds patience{4000};  // gateways wait 10 to 15 seconds
constexpr std::chrono::hours answer_is_late{6};
constexpr std::chrono::hours rest_waits{24};
constexpr int most_an_hour = 20;
constexpr int most_a_day = 60;

tl::unexpected<NotYet> not_yet(const StoreError& error) { return tl::unexpected(error.detail); }

}  // namespace

struct Answering::Turn {
  const InboundText& text;
  std::string words;         // of the client, ready for the bot
  std::string conversation;  // the token
  std::shared_ptr<const bot::Snapshot> snapshot;
  knowledge::Date today;
  knowledge::Instant now;
  std::string_view request_id;
  bool opted_out = false;
  SmsAnswer answer;
};

Answering::Answering(const Doors& doors, SmsSettings settings, SmsEvents events)
    : doors_(doors), settings_(std::move(settings)), events_(std::move(events)), turns_(settings_.gathers) {}

tl::expected<SmsAnswer, NotYet> Answering::answer(const InboundText& text, std::string_view request_id) {
  const auto secret = doors_.ledger.secret();
  if (!secret) return not_yet(secret.error());
  const auto token = base64url(hmac(Hash::sha256, *secret, text.to + "|" + text.from));
  const auto mine = turns_.take(token, text.sent_at, patience);
  if (!mine) return tl::unexpected(NotYet());
  auto before = doors_.ledger.answer_to(doors_.dialect.name(), text.provider_message_id);
  if (!before) return not_yet(before.error());

  const auto now = doors_.clock.now();
  SmsAnswer answer{std::string(doors_.dialect.name()),
                   text.provider_message_id,
                   hex(digest(Hash::sha256, token)),
                   {},
                   {},
                   knowledge::Language::en,
                   now,
                   false};
  if (*before) {
    answer = std::move(**before);
  } else {
    Turn turn{text,
              words_of(text.text),
              token,
              doors_.snapshots.current(),
              knowledge::day_in_zone(now, doors_.firm.time_zone).value_or(knowledge::Date{}),
              now,
              request_id,
              false,
              std::move(answer)};
    if (auto decided = decide(turn); !decided) return tl::unexpected(decided.error());
    answer = std::move(turn.answer);
    if (auto kept = doors_.ledger.keep(answer); !kept) return not_yet(kept.error());
  }
  if (auto over = hand_over(answer, text); !over) return tl::unexpected(over.error());
  return answer;
}

std::string Answering::phrase(const Turn& turn, std::string_view id) const {
  bot::Filling filling(turn.snapshot->knowledge, doors_.firm, turn.answer.language, turn.today, {});
  return filling.phrase(id, true);
}

void Answering::speak(Turn& turn, std::string_view text) const {
  const bool accents = settings_.keep_accents && turn.answer.language == knowledge::Language::es;
  const auto written = [&](std::string_view one) { return accents ? with_accents(one) : in_gsm7(one); };
  auto page = first_page(written(text), written(phrase(turn, "sms_more")));
  if (page.shown.empty()) return;
  turn.answer.texts = {std::move(page.shown)};
  turn.answer.rest = std::move(page.rest);
}

std::optional<Keyword> Answering::keyword_of(const Turn& turn) const {
  if (auto keyword = doors_.keywords.find(turn.words, turn.opted_out)) return keyword;
  const auto understood = intents::understand(turn.snapshot->catalog, turn.words, {}, turn.today);
  if (turn.words.empty() || !asks_to_end_texts(understood)) return std::nullopt;
  return Keyword{Command::opt_out, understood.language.value_or(turn.answer.language), false};
}

Answering::Decided Answering::decide(Turn& turn) {
  const auto out = doors_.opt_outs.is_opted_out(turn.text.from);
  if (!out) return not_yet(out.error());
  turn.opted_out = *out;
  const auto last = doors_.ledger.last_answer(turn.answer.conversation, {});
  if (!last) return not_yet(last.error());
  if (*last) turn.answer.language = (*last)->language;

  if (turn.text.carrier_action) return by_carrier(turn);
  if (const auto keyword = keyword_of(turn)) {
    if (!*last) turn.answer.language = keyword->language;
    if (!turn.opted_out || keyword->command == Command::opt_in || keyword->command == Command::opt_out)
      return command(turn, *keyword);
  }
  if (!turn.opted_out) return by_bot(turn);
  events_.noted(turn.request_id, "a client who opted out has written");
  return {};
}

Answering::Decided Answering::command(Turn& turn, const Keyword& keyword) {
  const bool silent = keyword.carrier_answers && settings_.carrier_replies;
  if (keyword.command == Command::opt_out) return opt_out(turn, silent, bot::OptOutSource::client);
  if (keyword.command == Command::opt_in) return opt_in(turn, silent, bot::OptOutSource::client);
  if (keyword.command == Command::help) {
    if (!silent) speak(turn, phrase(turn, "sms_help"));
    return {};
  }
  const auto shown = more(turn);
  if (!shown) return tl::unexpected(shown.error());
  return *shown ? Decided() : by_bot(turn);
}

// The carrier has answered already.
Answering::Decided Answering::by_carrier(Turn& turn) {
  switch (*turn.text.carrier_action) {
    case CarrierAction::stop:
      return opt_out(turn, true, bot::OptOutSource::carrier);
    case CarrierAction::start:
      return opt_in(turn, true, bot::OptOutSource::carrier);
    case CarrierAction::help:
      break;
  }
  return {};
}

Answering::Decided Answering::opt_out(Turn& turn, bool carrier_answers, bot::OptOutSource source) {
  const auto changed = doors_.opt_outs.opt_out(turn.text.from, turn.now, source);
  if (!changed) return not_yet(changed.error());
  // One confirmation and no more: a second STOP is silence.
  turn.answer.farewell = *changed && !carrier_answers;
  if (turn.answer.farewell) speak(turn, phrase(turn, "sms_opted_out"));
  return {};
}

Answering::Decided Answering::opt_in(Turn& turn, bool carrier_answers, bot::OptOutSource source) {
  const auto changed = doors_.opt_outs.opt_in(turn.text.from, turn.now, source);
  if (!changed) return not_yet(changed.error());
  if (*changed && !carrier_answers) speak(turn, phrase(turn, "sms_opted_in"));
  return {};
}

tl::expected<bool, NotYet> Answering::more(Turn& turn) {
  const auto last = doors_.ledger.last_answer(turn.answer.conversation, turn.now - rest_waits);
  if (!last) return not_yet(last.error());
  if (!*last || (*last)->rest.empty()) return false;
  speak(turn, (*last)->rest);
  return true;
}

/// May the bot still answer this number? Once too often it says so, then it is silent.
tl::expected<bool, NotYet> Answering::paced(Turn& turn) {
  const auto hour = doors_.ledger.answers_since(turn.answer.conversation, turn.now - std::chrono::hours(1));
  const auto day = doors_.ledger.answers_since(turn.answer.conversation, turn.now - std::chrono::hours(24));
  if (!hour) return not_yet(hour.error());
  if (!day) return not_yet(day.error());
  if (*hour < most_an_hour && *day < most_a_day) return true;
  if (*hour <= most_an_hour && *day <= most_a_day) speak(turn, phrase(turn, "sms_too_many"));
  return false;
}

Answering::Decided Answering::by_bot(Turn& turn) {
  if (turn.words.empty() && turn.text.media_count == 0) return {};
  const auto may = paced(turn);
  if (!may) return tl::unexpected(may.error());
  if (!*may) return {};
  const auto no_pictures = turn.text.media_count > 0 ? phrase(turn, "sms_no_pictures") : std::string();
  if (turn.words.empty()) return speak(turn, no_pictures), Decided();

  bot::Message message;
  message.conversation = turn.conversation;
  message.named_by_channel = true;
  message.channel = bot::Channel::sms;
  message.text = turn.words;
  message.client_message_id = turn.answer.gateway + ":" + turn.answer.message_id;
  message.reach_by = turn.text.from;
  message.received = turn.now;
  const auto result = doors_.engine.take(message);
  if (!result) {
    if (result.error().kind == bot::TurnErrorKind::too_many) return {};
    return tl::unexpected(result.error().detail);
  }
  events_.turn(turn.request_id, result->trace);
  turn.answer.language = result->language;
  speak(turn, running_text(*result, no_pictures));
  return {};
}

// Should the program end between the answer and this, the gateway asks again: the keys are the same then.
Answering::Decided Answering::hand_over(const SmsAnswer& answer, const InboundText& text) {
  if (doors_.dialect.replies_in_answer()) return {};
  for (std::size_t i = 0; i < answer.texts.size(); ++i) {
    bot::QueuedText out;
    out.from = text.to;
    out.to = text.from;
    out.text = answer.texts[i];
    out.key = hex(digest(Hash::sha256, answer.gateway + "|" + answer.message_id + "|" + std::to_string(i)))
                  .substr(0, 32);
    out.purpose = answer.farewell ? bot::TextPurpose::farewell : bot::TextPurpose::reply;
    out.queued = answer.at;
    out.useless_after = answer.at + answer_is_late;
    if (auto queued = doors_.outbox.queue(out); !queued) return not_yet(queued.error());
  }
  return {};
}

}  // namespace tulay::sms
