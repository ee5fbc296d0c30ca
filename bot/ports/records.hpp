#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/ports/handoff.hpp"
#include "bot/ports/reply.hpp"

namespace tulay::bot {

/// What one reply was, for counting; nothing of the client in it.
struct ReplyMark {
  knowledge::Instant at{};
  knowledge::Language language = knowledge::Language::en;
  Channel channel = Channel::web;
  std::string intent;  // empty: not understood
  Outcome outcome = Outcome::fallback;
  bool handed_over = false;          // staff got a request with this turn
  std::optional<int> first_seconds;  // the conversation's first answer: seconds since its first message
};

enum class MissedKind : std::uint8_t { not_understood, asked_back, thumbs_down };

/// A question that went wrong, with personal data masked, for staff to look at.
struct MissedQuestion {
  std::int64_t id = 0;       // given by the store
  std::string conversation;  // forgotten with it
  knowledge::Instant at{};
  knowledge::Language language = knowledge::Language::en;
  MissedKind kind = MissedKind::not_understood;
  std::string intent;  // thumbs down: what was answered
  std::string text;
  std::string comment;  // of the client, with the thumb
};

/// A client's thumb on a turn; a second one replaces the first.
struct Feedback {
  std::string conversation;
  int turn = 0;
  bool helpful = true;
  knowledge::Instant at{};
};

/// What is stored along with a turn, or by itself, in one transaction.
struct Records {
  std::vector<Handoff> handoffs;
  std::vector<ReplyMark> marks;
  std::vector<MissedQuestion> missed;
  std::vector<Feedback> feedback;
};

}  // namespace tulay::bot
