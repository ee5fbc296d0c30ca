#include "adapters/cases/purposes.hpp"

#include <algorithm>
#include <array>

namespace tulay::cases {
namespace {

using Text = std::string_view;

constexpr std::array<Text, 1> by_receipt{"receipt"};
constexpr std::array<Text, 1> by_case{"case_number"};
constexpr std::array<Text, 2> by_phone{"phone_e164", "phone_digits"};
constexpr std::array<Text, 2> of_contact{"contact_id", "today"};
constexpr std::array<Text, 1> needs_contact{"contact_id"};
constexpr std::array<Text, 3> given_case{"contact_id", "number", "today"};
constexpr std::array<Text, 2> needs_case{"contact_id", "number"};

// What protects a client is asked for by name, if only to hear "NULL": forgotten, a code would go to a phone
// that must not have it.
constexpr std::array of_person{Alias{"contact_id", true},
                               Alias{"phone", true},
                               Alias{"phone_changed_on", true, AliasKind::day},
                               Alias{"contact_restriction", true, AliasKind::text, "contact_restriction"},
                               Alias{"birth_year", false, AliasKind::number},
                               Alias{"language"}};
constexpr std::array of_cases{Alias{"number", true},
                              Alias{"kind", true, AliasKind::text, "kind"},
                              Alias{"stage", true, AliasKind::text, "stage"},
                              Alias{"as_of", true, AliasKind::day},
                              Alias{"contact_id"},
                              Alias{"about"},
                              Alias{"stage_since", false, AliasKind::day},
                              Alias{"waiting_for", false, AliasKind::text, "waiting_for"},
                              Alias{"next_step", false, AliasKind::text, "next_step"},
                              Alias{"next_step_due", false, AliasKind::day},
                              Alias{"parole_class"},
                              Alias{"parole_begins", false, AliasKind::day},
                              Alias{"parole_ends", false, AliasKind::day},
                              Alias{"parole_ends_source", false, AliasKind::text, "parole_ends_source"},
                              Alias{"attorney"}};
constexpr std::array of_filings{Alias{"form", true},
                                Alias{"receipt"},
                                Alias{"filed", false, AliasKind::day},
                                Alias{"received", false, AliasKind::day},
                                Alias{"status", false, AliasKind::text, "filing_status"},
                                Alias{"status_on", false, AliasKind::day},
                                Alias{"contact_id"}};
constexpr std::array of_appointments{Alias{"kind", true, AliasKind::text, "appointment"},
                                     Alias{"day", true, AliasKind::day}, Alias{"time"}, Alias{"place"},
                                     Alias{"contact_id"}};
constexpr std::array of_documents{Alias{"document", true, AliasKind::text, "document"},
                                  Alias{"state", true, AliasKind::text, "document_state"},
                                  Alias{"needed_by", false, AliasKind::day}, Alias{"contact_id"}};
constexpr std::array ids{Alias{"contact_id", true}};

// In the order of Purpose.
constexpr std::array<PurposeRules, purpose_count> all_rules{{
    {"contact_by_receipt", by_receipt, by_receipt, of_person},
    {"contact_by_case", by_case, by_case, of_person},
    {"contact_by_phone", by_phone, {}, of_person},
    {"cases", of_contact, needs_contact, of_cases},
    {"filings", given_case, needs_case, of_filings},
    {"appointments", given_case, needs_case, of_appointments},
    {"documents", given_case, needs_case, of_documents},
    {"contact_ids", {}, {}, ids},
}};

constexpr std::array<Purpose, purpose_count> every_purpose{Purpose::contact_by_receipt,
                                                           Purpose::contact_by_case,
                                                           Purpose::contact_by_phone,
                                                           Purpose::cases,
                                                           Purpose::filings,
                                                           Purpose::appointments,
                                                           Purpose::documents,
                                                           Purpose::contact_ids};

constexpr std::array<Text, 19> stages{
    "intake",    "gathering", "preparing",    "ready_to_sign", "filed",       "received", "biometrics",
    "in_review", "rfe",       "rfe_answered", "interview",     "transferred", "approved", "travel_document",
    "paroled",   "denied",    "withdrawn",    "closed",        "unknown"};
constexpr std::array<Text, 4> kinds{"parole_request", "re_parole", "work_permit", "other"};
constexpr std::array<Text, 4> restrictions{"none", "no_bot", "no_text", "safe_phone_only"};
constexpr std::array<Text, 4> movers{"client", "firm", "government", "nobody"};
constexpr std::array<Text, 3> sources{"i94", "approval_notice", "client_said"};
constexpr std::array<Text, 16> statuses{"not_filed",
                                        "sent",
                                        "received",
                                        "biometrics_scheduled",
                                        "biometrics_taken",
                                        "in_review",
                                        "rfe_sent",
                                        "rfe_received",
                                        "interview_scheduled",
                                        "transferred",
                                        "approved",
                                        "card_mailed",
                                        "denied",
                                        "rejected",
                                        "withdrawn",
                                        "unknown"};
constexpr std::array<Text, 5> states{"needed", "rejected", "received", "checked", "not_needed"};

constexpr std::array<Vocabulary, 10> all_vocabularies{{{"stage", stages},
                                                       {"kind", kinds},
                                                       {"contact_restriction", restrictions},
                                                       {"waiting_for", movers},
                                                       {"parole_ends_source", sources},
                                                       {"filing_status", statuses},
                                                       {"document_state", states},
                                                       {"next_step", {}},
                                                       {"document", {}},
                                                       {"appointment", {}}}};

}  // namespace

const PurposeRules& rules_of(Purpose purpose) { return all_rules[static_cast<std::size_t>(purpose)]; }

std::span<const Purpose> all_purposes() { return every_purpose; }

std::optional<Purpose> purpose_named(std::string_view name) {
  for (const auto purpose : every_purpose) {
    if (rules_of(purpose).name == name) return purpose;
  }
  return std::nullopt;
}

std::vector<std::string> purpose_names() {
  std::vector<std::string> names;
  names.reserve(purpose_count);
  for (const auto& rules : all_rules) names.emplace_back(rules.name);
  return names;
}

std::span<const Vocabulary> vocabularies() { return all_vocabularies; }

const Vocabulary* vocabulary(std::string_view name) {
  const auto* const found = std::find_if(all_vocabularies.begin(), all_vocabularies.end(),
                                         [&](const Vocabulary& one) { return one.name == name; });
  return found == all_vocabularies.end() ? nullptr : found;
}

}  // namespace tulay::cases
