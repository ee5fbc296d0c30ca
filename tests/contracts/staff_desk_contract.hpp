#pragma once

#include <catch2/catch.hpp>

#include "bot/ports/staff_desk.hpp"
#include "contracts/turn_store_contract.hpp"

namespace tulay::contracts {

/// The faces of one store that staff's work goes through; all fresh.
struct StaffFaces {
  bot::TurnStore& turns;
  bot::StaffDesk& staff;
  bot::NoticeDesk& notices;
};

inline bot::Handoff a_handoff(const std::string& ticket, const std::string& conversation, int second) {
  bot::Handoff handoff;
  handoff.ticket = ticket;
  handoff.conversation = conversation;
  handoff.reason = bot::HandoffReason::anger;
  handoff.level = knowledge::HandoffLevel::same_day;
  handoff.channel = bot::Channel::sms;
  handoff.language = knowledge::Language::tl;
  handoff.at = at(second);
  handoff.name = "Ana 'x'; DROP TABLE handoffs; --";
  handoff.reach_by = "+12135550123";
  handoff.when = "mornings";
  handoff.message = "¿me llaman? ñ";
  handoff.contact_id = "7";
  handoff.summary = "client: hello\nbot: greeting (answered)\n";
  return handoff;
}

inline bot::AuditEntry by_ana(int second) {
  bot::AuditEntry entry;
  entry.at = at(second);
  entry.session = "staff:ana";
  entry.event = "ticket_closed";
  return entry;
}

inline void keep(StaffFaces& faces, const bot::Handoff& handoff) {
  bot::Records records;
  records.handoffs = {handoff};
  REQUIRE(faces.turns.keep(records).has_value());
}

inline void check_same(const bot::Handoff& a, const bot::Handoff& b) {
  CHECK(a.ticket == b.ticket);
  CHECK(a.conversation == b.conversation);
  CHECK(a.reason == b.reason);
  CHECK(a.level == b.level);
  CHECK(a.channel == b.channel);
  CHECK(a.language == b.language);
  CHECK(a.at == b.at);
  CHECK(a.name == b.name);
  CHECK(a.reach_by == b.reach_by);
  CHECK(a.when == b.when);
  CHECK(a.message == b.message);
  CHECK(a.contact_id == b.contact_id);
  CHECK(a.summary == b.summary);
}

/// The ticket numbers in order.
inline std::vector<std::string> numbers(StaffFaces& faces, bool closed_too = false) {
  std::vector<std::string> out;
  const auto tickets = faces.staff.tickets(closed_too).value();
  out.reserve(tickets.size());
  for (const auto& ticket : tickets) out.push_back(ticket.number);
  return out;
}

inline void keeps_tickets(StaffFaces faces) {
  using Numbers = std::vector<std::string>;
  SECTION("nothing waits at first") {
    CHECK(faces.staff.tickets(true).value().empty());
    CHECK(faces.staff.missed().value().empty());
    CHECK_FALSE(faces.staff.close("H-1", by_ana(1)).value());
    CHECK_FALSE(faces.notices.owed("webhook", at(9)).value().has_value());
  }
  SECTION("a request comes back as it was") {
    const auto handoff = a_handoff("H-1", "s", 1);
    keep(faces, handoff);
    const auto tickets = faces.staff.tickets(false).value();
    REQUIRE(tickets.size() == 1);
    CHECK(tickets[0].number == "H-1");
    CHECK(tickets[0].open);
    REQUIRE(tickets[0].requests.size() == 1);
    check_same(tickets[0].requests[0], handoff);
  }
  SECTION("a request is stored with its turn, or not at all") {
    bot::Records records;
    records.handoffs = {a_handoff("H-1", "s", 1)};
    REQUIRE(faces.turns.commit(a_session("s", 1, 1), a_turn(1, "first"), records).has_value());
    CHECK_FALSE(faces.turns.commit(a_session("s", 1, 1), a_turn(1, "same number"), records).has_value());
    CHECK(faces.staff.tickets(false).value()[0].requests.size() == 1);
  }
  SECTION("requests of one conversation are one ticket, in order") {
    keep(faces, a_handoff("H-1", "s", 1));
    keep(faces, a_handoff("H-2", "other", 2));
    keep(faces, a_handoff("H-1", "s", 3));
    const auto tickets = faces.staff.tickets(false).value();
    REQUIRE(tickets.size() == 2);
    REQUIRE(tickets[0].requests.size() == 2);
    CHECK(tickets[0].requests[1].at == at(3));
  }
  SECTION("the most urgent come first, then the oldest") {
    keep(faces, a_handoff("H-old", "a", 1));
    keep(faces, a_handoff("H-new", "b", 2));
    auto urgent = a_handoff("H-urgent", "c", 3);
    urgent.level = knowledge::HandoffLevel::emergency;
    keep(faces, urgent);
    CHECK(numbers(faces) == Numbers{"H-urgent", "H-old", "H-new"});
  }
  SECTION("a closed ticket is only in the list of all, with who closed it, and cannot be closed twice") {
    keep(faces, a_handoff("H-1", "s", 1));
    keep(faces, a_handoff("H-2", "other", 2));
    CHECK(faces.staff.close("H-1", by_ana(5)).value());
    CHECK_FALSE(faces.staff.close("H-1", by_ana(6)).value());
    CHECK(numbers(faces) == Numbers{"H-2"});
    CHECK(numbers(faces, true) == Numbers{"H-2", "H-1"});
    const auto closed = faces.staff.tickets(true).value()[1];
    CHECK_FALSE(closed.open);
    CHECK(closed.closed_by == "staff:ana");
    CHECK(closed.closed == at(5));
  }
  SECTION("a new request opens a closed ticket again") {
    keep(faces, a_handoff("H-1", "s", 1));
    REQUIRE(faces.staff.close("H-1", by_ana(5)).value());
    keep(faces, a_handoff("H-1", "s", 7));
    CHECK(numbers(faces) == Numbers{"H-1"});
    CHECK(faces.staff.close("H-1", by_ana(8)).value());
  }
  SECTION("what the client had forgotten staff do not see, but what the client asked of them") {
    bot::Records records;
    records.handoffs = {a_handoff("H-1", "s", 1)};
    records.missed = {{0, "s", at(1), knowledge::Language::en, bot::MissedKind::asked_back, "", "a", "b"},
                      {0, "t", at(1), knowledge::Language::en, bot::MissedKind::asked_back, "", "c", ""}};
    REQUIRE(faces.turns.commit(a_session("s", 1, 1), a_turn(1, "first"), records).has_value());
    REQUIRE(faces.turns.forget("s").has_value());
    const auto request = faces.staff.tickets(false).value().at(0).requests.at(0);
    CHECK(request.summary.empty());
    CHECK(request.reach_by == "+12135550123");
    REQUIRE(faces.staff.missed().value().size() == 1);
    CHECK(faces.staff.missed().value()[0].text == "c");
  }
}

inline void keeps_questions_and_counts(StaffFaces faces) {
  SECTION("missed questions come oldest first, until somebody has looked at them") {
    bot::Records records;
    records.missed = {
        {0, "s", at(1), knowledge::Language::es, bot::MissedKind::not_understood, "", "¿y la visa?", ""},
        {0, "s", at(2), knowledge::Language::tl, bot::MissedKind::thumbs_down, "fee", "magkano", "mali"}};
    REQUIRE(faces.turns.keep(records).has_value());
    const auto missed = faces.staff.missed().value();
    REQUIRE(missed.size() == 2);
    CHECK(missed[0].text == "¿y la visa?");
    CHECK(missed[0].language == knowledge::Language::es);
    CHECK(missed[1].kind == bot::MissedKind::thumbs_down);
    CHECK(missed[1].intent == "fee");
    CHECK(missed[1].comment == "mali");
    CHECK(missed[1].at == at(2));
    REQUIRE(faces.staff.settle_missed({missed[0].id}, by_ana(3)).has_value());
    REQUIRE(faces.staff.missed().value().size() == 1);
    CHECK(faces.staff.missed().value()[0].id == missed[1].id);
  }
  SECTION("replies are counted from a moment up to another") {
    bot::Records records;
    records.marks = {
        {at(1), knowledge::Language::en, bot::Channel::web, "fee", bot::Outcome::answered, false, 4},
        {at(2), knowledge::Language::tl, bot::Channel::sms, "", bot::Outcome::fallback, true, {}}};
    REQUIRE(faces.turns.keep(records).has_value());
    CHECK(faces.staff.marks(at(3), at(9)).value().empty());
    CHECK(faces.staff.marks(at(1), at(2)).value().size() == 1);
    const auto marks = faces.staff.marks(at(1), at(3)).value();
    REQUIRE(marks.size() == 2);
    CHECK(marks[0].intent == "fee");
    CHECK(marks[0].first_seconds == 4);
    CHECK(marks[1].channel == bot::Channel::sms);
    CHECK(marks[1].outcome == bot::Outcome::fallback);
    CHECK(marks[1].handed_over);
    CHECK_FALSE(marks[1].first_seconds.has_value());
  }
  SECTION("the last thumb on a turn counts") {
    bot::Records records;
    records.feedback = {{"s", 1, true, at(1)}, {"s", 1, false, at(2)}, {"s", 2, true, at(2)}};
    REQUIRE(faces.turns.keep(records).has_value());
    const auto thumbs = faces.staff.thumbs(at(0), at(9)).value();
    CHECK(thumbs.up == 1);
    CHECK(thumbs.down == 1);
  }
}

inline void owes_notices(StaffFaces faces) {
  keep(faces, a_handoff("H-1", "s", 1));
  keep(faces, a_handoff("H-2", "other", 2));
  keep(faces, a_handoff("H-1", "s", 3));
  const auto next = [&](int second) { return faces.notices.owed("webhook", at(second)).value(); };
  SECTION("everything is owed, the oldest first, to each way for itself") {
    const auto first = next(10);
    REQUIRE(first.has_value());
    check_same(first->handoff, a_handoff("H-1", "s", 1));
    CHECK(first->attempts == 0);
    REQUIRE(faces.notices.told(first->request, "webhook").has_value());
    CHECK(next(10)->handoff.ticket == "H-2");
    CHECK(faces.notices.owed("mail", at(10)).value()->request == first->request);
  }
  SECTION("told is told for good") {
    for (int i = 0; i < 3; ++i) REQUIRE(faces.notices.told(next(10)->request, "webhook").has_value());
    CHECK_FALSE(next(1000).has_value());
  }
  SECTION("what was put off waits, and later requests of its conversation with it; others go on") {
    const auto first = next(10);
    REQUIRE(faces.notices.put_off(first->request, "webhook", at(60)).has_value());
    CHECK(next(10)->handoff.ticket == "H-2");
    REQUIRE(faces.notices.told(next(10)->request, "webhook").has_value());
    CHECK_FALSE(next(59).has_value());
    CHECK(next(60)->request == first->request);
    CHECK(next(60)->attempts == 1);
    REQUIRE(faces.notices.told(first->request, "webhook").has_value());
    CHECK(next(60)->request > first->request);
  }
  SECTION("nobody is told of a closed ticket any more, but of what comes after") {
    REQUIRE(faces.staff.close("H-1", by_ana(5)).value());
    CHECK(next(10)->handoff.ticket == "H-2");
    REQUIRE(faces.notices.told(next(10)->request, "webhook").has_value());
    CHECK_FALSE(next(10).has_value());
    keep(faces, a_handoff("H-1", "s", 7));
    CHECK(next(10)->handoff.at == at(7));
  }
}

}  // namespace tulay::contracts
