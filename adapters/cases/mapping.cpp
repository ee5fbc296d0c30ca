#include "adapters/cases/mapping.hpp"

namespace tulay::cases {
namespace {

constexpr const char* select_contact =
    "SELECT c.client_id AS contact_id, c.phone_e164 AS phone, c.phone_changed_on, c.contact_restriction, "
    "substr(c.birth_date, 1, 4) AS birth_year, c.language FROM client c ";

}  // namespace

Mapping default_mapping() {
  Mapping out;
  const auto set = [&](Purpose purpose, std::string sql) { out.query(purpose).sql = std::move(sql); };
  set(Purpose::contact_by_receipt,
      std::string(select_contact) +
          "JOIN matter m ON m.client_id = c.client_id JOIN filing f ON f.case_number = m.case_number "
          "WHERE f.receipt_number = :receipt AND m.share_with_bot = 1");
  set(Purpose::contact_by_case, std::string(select_contact) +
                                    "JOIN matter m ON m.client_id = c.client_id "
                                    "WHERE m.case_number = :case_number AND m.share_with_bot = 1");
  set(Purpose::contact_by_phone, std::string(select_contact) + "WHERE c.phone_e164 = :phone_e164");
  set(Purpose::cases,
      "SELECT m.client_id AS contact_id, m.case_number AS number, m.beneficiary_name AS about, m.kind, "
      "m.stage, m.stage_since, m.waiting_for, m.next_step, m.next_step_due, m.parole_class, m.parole_begins, "
      "m.parole_ends, m.parole_ends_source, m.attorney, m.updated_at AS as_of "
      "FROM matter m WHERE m.client_id = :contact_id AND m.share_with_bot = 1 ORDER BY m.opened_on DESC");
  set(Purpose::filings,
      "SELECT f.form, f.receipt_number AS receipt, f.filed_on AS filed, f.received_on AS received, f.status, "
      "f.status_on FROM filing f JOIN matter m ON m.case_number = f.case_number "
      "WHERE f.case_number = :number AND m.client_id = :contact_id ORDER BY f.filed_on DESC");
  set(Purpose::appointments,
      "SELECT a.kind, substr(a.starts_at, 1, 10) AS day, substr(a.starts_at, 12, 5) AS time, a.place "
      "FROM appointment a JOIN matter m ON m.case_number = a.case_number "
      "WHERE a.case_number = :number AND m.client_id = :contact_id AND a.status IN ('planned', 'confirmed') "
      "AND substr(a.starts_at, 1, 10) >= :today ORDER BY a.starts_at");
  set(Purpose::documents,
      "SELECT d.document, d.state, d.needed_by "
      "FROM document_request d JOIN matter m ON m.case_number = d.case_number "
      "WHERE d.case_number = :number AND m.client_id = :contact_id AND d.state IN ('needed', 'rejected') "
      "ORDER BY d.needed_by");
  set(Purpose::contact_ids, "SELECT c.client_id AS contact_id FROM client c ORDER BY c.client_id");
  return out;
}

std::string folded(std::string_view word) {
  std::string out;
  bool blank = false;
  for (const char c : word) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace tulay::cases
