#pragma once

#include <catch2/catch.hpp>

#include "bot/engine/identity.hpp"
#include "bot/ports/case_directory.hpp"
#include "fakes/codes.hpp"
#include "fakes/counting_entropy.hpp"

namespace tulay::contracts {

/// Proof for a contact, got as a client gets it: with a code.
inline bot::Verified proof_for(const std::string& contact_id) {
  fakes::CountingEntropy entropy;
  fakes::Codes codes;
  bot::Identity identity(entropy, codes, {});
  bot::Session session;
  bot::Verification next;
  bot::CodeToSend send;
  bot::ContactMatch match;
  match.contact_id = contact_id;
  match.phone = "+12135550100";
  const auto today = *knowledge::date_from_iso("2026-11-24");
  REQUIRE(identity.begin({match}, session, "", {}, today, next, send).value() ==
          bot::IdentityStep::code_sent);
  REQUIRE(identity.check_code(send.code, session, {}, next) == bot::IdentityStep::verified);
  return *identity.verified(bot::Channel::web, {}, next);
}

/// What every directory of the twelve demo cases does, their dates counted from `today`.
inline void behaves_as_a_case_directory(const bot::CaseDirectory& directory, knowledge::Date today) {
  using bot::CaseKeyKind;
  const auto found = [&](CaseKeyKind kind, const std::string& value) {
    auto contacts = directory.contacts({kind, value});
    REQUIRE(contacts.has_value());
    return *contacts;
  };
  SECTION("finds one contact by receipt or case number, two by a shared telephone, none by a stranger's") {
    const auto by_receipt = found(CaseKeyKind::receipt_number, "IOE9990000101");
    REQUIRE(by_receipt.size() == 1);
    CHECK(by_receipt[0].contact_id == "1");
    CHECK(by_receipt[0].phone == "+13235550101");
    CHECK(by_receipt[0].birth_year == 1989);
    CHECK(found(CaseKeyKind::case_number, "HP-2026-001").size() == 1);
    CHECK(found(CaseKeyKind::phone, "+12135550102").size() == 2);
    CHECK(found(CaseKeyKind::receipt_number, "IOE9990009999").empty());
    CHECK(found(CaseKeyKind::phone, "+19995550000").empty());
    CHECK(found(CaseKeyKind::case_number, "' OR 1=1 --").empty());
  }
  SECTION("tells how a contact may be reached") {
    CHECK(found(CaseKeyKind::case_number, "HP-2024-090")[0].restriction == bot::ContactRestriction::no_bot);
    CHECK(found(CaseKeyKind::case_number, "HP-2025-031")[0].restriction ==
          bot::ContactRestriction::safe_phone_only);
    CHECK(found(CaseKeyKind::case_number, "RP-2026-022")[0].phone_changed_on ==
          knowledge::plus_days(today, -3));
    CHECK_FALSE(found(CaseKeyKind::case_number, "HP-2026-017")[0].phone.has_value());
  }
  SECTION("a case that the firm does not share is not there") {
    CHECK(found(CaseKeyKind::case_number, "OT-2026-001").empty());
    const auto cases = directory.cases(proof_for("1"), today);
    REQUIRE(cases.has_value());
    REQUIRE(cases->size() == 1);
    CHECK(cases->front().number == "HP-2026-001");
  }
  SECTION("a case has its stage, filings, dates and documents, as in the file") {
    const auto of_three = directory.cases(proof_for("3"), today);
    REQUIRE(of_three.has_value());
    const auto& rfe = of_three->front();
    CHECK(rfe.stage == "rfe");
    CHECK(rfe.next_step_due == knowledge::plus_days(today, 18));
    REQUIRE(rfe.documents.size() == 2);
    REQUIRE(rfe.filings.size() == 1);
    CHECK(rfe.filings[0].receipt == "IOE9990000104");
    const auto of_two = directory.cases(proof_for("2"), today);
    REQUIRE(of_two.has_value());
    REQUIRE(of_two->size() == 2);
    for (const auto& one : *of_two) {
      if (one.kind == "re_parole") CHECK(one.parole_ends == knowledge::plus_days(today, 25));
      if (one.kind == "work_permit") CHECK(one.appointments.size() == 1);
    }
  }
  SECTION("an appointment that is over is not told") {
    const auto later = directory.cases(proof_for("2"), knowledge::plus_days(today, 9));
    REQUIRE(later.has_value());
    for (const auto& one : *later) CHECK(one.appointments.empty());
  }
  SECTION("nobody reads a case of nobody") { CHECK(directory.cases(proof_for("999"), today)->empty()); }
}

}  // namespace tulay::contracts
