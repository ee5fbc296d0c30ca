#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/calendar.hpp"
#include "knowledge/language.hpp"

namespace tulay::bot {

/// By what a client says who they are: finds contacts, proves nothing.
enum class CaseKeyKind : std::uint8_t { receipt_number, case_number, phone };

struct CaseKey {
  CaseKeyKind kind = CaseKeyKind::case_number;
  std::string value;  // IOE9990000101, HP-2026-001, +13235550101
};

enum class ContactRestriction : std::uint8_t { none, no_bot, no_text, safe_phone_only };

/// Whom a key may mean, before anyone is verified. Never leaves the engine.
struct ContactMatch {
  std::string contact_id;
  std::optional<std::string> phone;  // E.164, the only place where a code may go
  std::optional<knowledge::Date> phone_changed_on;
  ContactRestriction restriction = ContactRestriction::none;
  std::optional<int> birth_year;
  std::optional<knowledge::Language> language = std::nullopt;
};

struct Filing {
  std::string form;     // I-131
  std::string receipt;  // empty: none yet
  std::optional<knowledge::Date> filed;
  std::optional<knowledge::Date> received;
  std::string status = "unknown";  // received, in_review, rfe_sent, …
  std::optional<knowledge::Date> status_on = std::nullopt;
};

struct Appointment {
  std::string kind;       // biometrics, interview, court, firm_meeting, firm_call
  knowledge::Date day{};  // local, where it takes place
  std::string time;       // 14:30, local
  std::string place;      // web only
};

/// A document that the firm still needs, or needs again.
struct DocumentRequest {
  std::string document;  // code; its words are in the knowledge
  bool rejected = false;
  std::optional<knowledge::Date> needed_by;
};

/// What the firm's file says of one case (case-database.md §2); only its owner hears of it. Dates as in the
/// file, none computed. Never stored, never logged.
struct Case {
  std::string number;
  std::string about;  // empty: the client; else the first name and relation of the person it is for
  std::string kind;   // parole_request, re_parole, work_permit, other
  std::string stage = "unknown";
  std::optional<knowledge::Date> stage_since;
  std::string next_step;  // code, empty: none
  std::optional<knowledge::Date> next_step_due;
  std::optional<knowledge::Date> parole_ends;
  std::string parole_ends_source;  // i94, approval_notice, client_said
  std::string attorney;
  std::vector<Filing> filings;            // newest first
  std::vector<Appointment> appointments;  // to come, soonest first
  std::vector<DocumentRequest> documents;
  std::optional<knowledge::Date> as_of;  // when the record last changed
  std::string waiting_for;               // client, firm, government, nobody; empty: not said
  std::string parole_class;              // as on the I-94: DT, UHP
  std::optional<knowledge::Date> parole_begins = std::nullopt;
};

}  // namespace tulay::bot
