#pragma once

#include "bot/chat.hpp"
#include "fakes/case_book.hpp"
#include "fakes/codes.hpp"

namespace tulay {

inline const std::string code = "123456";  // what CountingEntropy makes of every chance

inline knowledge::Date day(const char* iso) { return *knowledge::date_from_iso(iso); }

inline bot::ContactMatch contact(const std::string& id, const std::string& phone, int born) {
  bot::ContactMatch out;
  out.contact_id = id;
  out.phone = phone;
  out.birth_year = born;
  return out;
}

/// A client of a firm whose cases are written by hand.
struct Office {
  explicit Office(bot::Channel channel = bot::Channel::web) {
    book.keys["IOE9990000101"] = book.keys["HP-2026-001"] = {contact("1", "+13235550101", 1989)};
    book.keys["+12135550102"] = {contact("2", "+12135550102", 1978), contact("3", "+12135550102", 1999)};
    bot::Case one;
    one.number = "HP-2026-001";
    one.kind = "parole_request";
    one.stage = "in_review";
    one.stage_since = day("2026-09-10");
    one.as_of = day("2026-11-22");
    one.attorney = "I. M. Avelino";
    one.parole_ends = day("2026-12-10");
    one.parole_ends_source = "i94";
    one.filings.push_back({"I-131", "IOE9990000101", day("2026-08-26"), day("2026-09-01")});
    book.files["1"] = {one};
    one.number = "RP-2026-015";
    book.files["3"] = {one};
    chat.channel = channel;
  }

  std::string say(const std::string& text) {
    auto result = engine.take(message(text));
    REQUIRE(result.has_value());
    chat.token = result->conversation;
    last = *result;
    return result->replies.back().text;
  }
  bot::Outcome outcome() const { return last.replies.back().outcome; }
  bot::Message message(const std::string& text) const {
    bot::Message out;
    out.conversation = chat.token;
    out.text = text;
    out.channel = chat.channel;
    out.received = chat.clock.now();
    return out;
  }
  void verify() {
    say("what is the status of my case");
    say("HP-2026-001");
    say(code);
  }

  Chat chat;
  fakes::CaseBook book;
  fakes::Outbox outbox;
  fakes::Audit audit;
  fakes::Codes codes;
  bot::Identity identity{chat.entropy, codes, {}};
  bot::CaseDesk desk{book, identity, outbox, audit, chat.firm};
  bot::Engine engine{chat.snapshots, chat.store, chat.clock, chat.entropy, chat.firm, {}, &audit, &desk};
  bot::TurnResult last;
};

}  // namespace tulay
