#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "adapters/console/example_file.hpp"
#include "adapters/console/missed_list.hpp"
#include "adapters/console/printable.hpp"
#include "adapters/console/ticket_list.hpp"
#include "adapters/console/week_report.hpp"

using namespace tulay;
using knowledge::Language;

namespace {

constexpr const char* zone = "America/Los_Angeles";

knowledge::Instant noon(int day) {
  return knowledge::Instant(std::chrono::seconds(1795550400)) + std::chrono::hours(24 * day);
}

bot::Ticket a_ticket() {
  bot::Handoff request;
  request.ticket = "H-1";
  request.reason = bot::HandoffReason::urgent;
  request.level = knowledge::HandoffLevel::now;
  request.language = Language::es;
  request.at = noon(0);
  request.name = "Ana\x1b]0;owned\x07";
  request.reach_by = "+12135550147";
  request.summary = "client: hola\nbot: greeting (answered)\n";
  bot::Ticket ticket;
  ticket.number = "H-1";
  ticket.requests = {request};
  return ticket;
}

bot::MissedQuestion missed(std::int64_t id, const std::string& text,
                           bot::MissedKind kind = bot::MissedKind::not_understood) {
  return {id, "s", noon(0), Language::en, kind, "", text, ""};
}

bot::ReplyMark mark(int day, Language language, const std::string& intent, bot::Outcome outcome,
                    std::optional<int> first = {}) {
  return {noon(day), language, bot::Channel::web, intent, outcome, false, first};
}

console::Week a_week() {
  auto handed = mark(2, Language::tl, "human_agent", bot::Outcome::handoff);
  handed.handed_over = true;
  return console::week_of(
      {mark(0, Language::en, "fee", bot::Outcome::answered, 0),
       mark(0, Language::es, "fee", bot::Outcome::clarify), mark(1, Language::es, "", bot::Outcome::fallback),
       mark(1, Language::es, "fee", bot::Outcome::answered, 90),
       mark(1, Language::es, "stop_optout", bot::Outcome::notice),
       mark(7, Language::es, "fee", bot::Outcome::answered, 3), handed},
      {3, 1}, *knowledge::date_from_iso("2026-11-24"), 7, zone);
}

std::string label(const std::string& intent) { return intent.empty() ? "(none)" : "<" + intent + ">"; }

}  // namespace

TEST_CASE("tickets are listed with the firm's time, without what would steer a terminal") {
  std::ostringstream out;
  console::print({a_ticket()}, zone, false, out);
  CHECK(out.str() ==
        "H-1  now  open\n  2026-11-24 12:00 p.m.  urgent (now), web, es\n    name: Ana ]0;owned \n"
        "    reach by: +12135550147\n1 ticket is open\n");
  std::ostringstream with_summary;
  console::print({a_ticket()}, zone, true, with_summary);
  CHECK(with_summary.str().find("    | client: hola\n    | bot: greeting (answered)\n") != std::string::npos);
}

TEST_CASE("tickets for machines hold everything") {
  const auto all = console::to_json({a_ticket()});
  CHECK(all[0]["ticket"] == "H-1");
  CHECK(all[0]["requests"][0]["reason"] == "urgent");
  CHECK(all[0]["requests"][0]["reach_by"] == "+12135550147");
}

TEST_CASE("control characters, direction marks and broken bytes are blanks, letters stay") {
  CHECK(console::printable("ñandú 📞\n") == "ñandú 📞 ");
  CHECK(console::printable("a\x1b[31mb\xc2\x9b"
                           "c\xe2\x80\xae"
                           "d\xff") == "a [31mb c d ");
}

TEST_CASE("questions that share their words are one group, the largest first") {
  const auto groups =
      console::grouped({missed(1, "can I bring my dog"), missed(2, "how do I get a driver license"),
                        missed(3, "how can I get my driver license"), missed(4, "¿dónde saco la licencia?"),
                        missed(5, "getting a driver license, how do I")});
  REQUIRE(groups.size() == 3);
  REQUIRE(groups[0].size() == 3);
  CHECK(groups[0][0].id == 2);
  CHECK(groups[0][2].id == 5);
  CHECK(console::group_with(3, {missed(2, "a b"), missed(3, "a b")}).size() == 2);
  CHECK(console::group_with(9, {missed(2, "a b")}).empty());
}

TEST_CASE("the list of missed questions says how they were missed, and what they are near to") {
  std::ostringstream out;
  console::print(
      {{missed(1, "driver license"), missed(2, "license", bot::MissedKind::thumbs_down)}},
      [](const std::string&) {
        return std::vector<std::string>{"work_permit", "fee"};
      },
      out);
  CHECK(out.str() ==
        "1 not understood, 1 thumbs down\n  #1 en \"driver license\"\n  #2 en \"license\"\n"
        "  nearest: work_permit, fee\n2 questions in 1 group\n");
}

TEST_CASE("an example goes to the end of its language, and comments stay") {
  const std::string file = "# how people put it\nen = [\n  'a',\n]\nes = [\n  'b, ]',  # odd\n  'c'\n]\n";
  CHECK(console::with_example(file, Language::en, "new") ==
        "# how people put it\nen = [\n  'a',\n  'new',\n]\nes = [\n  'b, ]',  # odd\n  'c'\n]\n");
  CHECK(console::with_example(file, Language::es, "it's \"so\"") ==
        "# how people put it\nen = [\n  'a',\n]\nes = [\n  'b, ]',  # odd\n  'c',\n  \"it's "
        "\\\"so\\\"\",\n]\n");
  CHECK(console::with_example(file, Language::tl, "bago") == file + "tl = [\n  'bago',\n]\n");
  CHECK(console::with_example(file, Language::en, "a") == file);
  CHECK(console::with_example("en = ['a', 'b']\n", Language::en, "c") == "en = ['a', 'b', 'c']\n");
  CHECK(console::with_example("", Language::en, "c") == "en = [\n  'c',\n]\n");
}

TEST_CASE("a week counts questions by topic and language, and not what fell outside of it") {
  const auto week = a_week();
  CHECK(week.all.questions == 5);
  CHECK(week.all.answered == 2);
  CHECK(week.all.clarified == 1);
  CHECK(week.all.missed == 1);
  CHECK(week.all.handed_over == 1);
  CHECK(week.languages.at(Language::es).questions == 3);
  CHECK(week.topics.at("fee").questions == 3);
  CHECK(week.topic_languages.at("fee").at(Language::es) == 2);
  CHECK(week.per_day[1].at(Language::es) == 2);
  CHECK(week.by_frequency().front().first == "fee");
  CHECK(week.first_answer_within(0.5) == 0);
  CHECK(week.first_answer_within(0.9) == 90);
}

TEST_CASE("a day begins at midnight of the firm's zone") {
  auto late = mark(0, Language::en, "fee", bot::Outcome::answered);
  late.at += std::chrono::hours(11);  // 23:00 in Los Angeles, the next day in Greenwich
  const auto week = console::week_of({late}, {}, *knowledge::date_from_iso("2026-11-24"), 7, zone);
  CHECK(week.per_day[0].at(Language::en) == 1);
}

TEST_CASE("the summary as text") {
  std::ostringstream out;
  console::print(a_week(), label, out);
  CHECK(out.str().starts_with(
      "2026-11-24 to 2026-11-30: 5 questions, answered 40 %, asked back 20 %, missed 20 %, handed over 20 %\n"
      "time to first answer: half at once, nine in ten 90 s; 2 conversations; thumbs up 3, down 1\n"));
  CHECK(out.str().find("<fee>                                     3") != std::string::npos);
}

TEST_CASE("the summary as a page shows the same figures, escapes what it is given, and loads nothing") {
  const auto page = console::page_of(a_week(), label, "Reyes & <Sons>");
  CHECK(page.find("Reyes &amp; &lt;Sons&gt;: 2026-11-24 to 2026-11-30") != std::string::npos);
  CHECK(page.find("&lt;fee&gt;") != std::string::npos);
  CHECK(page.find("<fee>") == std::string::npos);
  CHECK(page.find("<svg role=\"img\" aria-label=\"Questions by day\"") != std::string::npos);
  CHECK(page.find("<td>3</td>") != std::string::npos);
  for (const auto* const loads : {"<script", "src=", "href=", "@import", "url("})
    CHECK(page.find(loads) == std::string::npos);
}

TEST_CASE("a week without a question is a page, too") {
  const auto week = console::week_of({}, {}, *knowledge::date_from_iso("2026-11-24"), 7, zone);
  CHECK(console::page_of(week, label, "Firm").find("0 questions: answered -") != std::string::npos);
  CHECK_FALSE(week.first_answer_within(0.5).has_value());
}
