#include "adapters/cases/case_queries.hpp"

namespace tulay::cases {
namespace {

constexpr const char* contact =
    "SELECT c.client_id AS contact_id, c.phone_e164 AS phone, c.phone_changed_on, c.contact_restriction, "
    "substr(c.birth_date, 1, 4) AS birth_year FROM client c ";

}  // namespace

CaseQueries default_queries() {
  CaseQueries out;
  out.contact_by_receipt =
      std::string(contact) +
      "JOIN matter m ON m.client_id = c.client_id JOIN filing f ON f.case_number = m.case_number "
      "WHERE f.receipt_number = :receipt AND m.share_with_bot = 1";
  out.contact_by_case = std::string(contact) +
                        "JOIN matter m ON m.client_id = c.client_id "
                        "WHERE m.case_number = :case_number AND m.share_with_bot = 1";
  out.contact_by_phone = std::string(contact) + "WHERE c.phone_e164 = :phone_e164";
  out.cases =
      "SELECT m.case_number AS number, m.beneficiary_name AS about, m.kind, m.stage, m.stage_since, "
      "m.next_step, "
      "m.next_step_due, m.parole_ends, m.parole_ends_source, m.attorney, substr(m.updated_at, 1, 10) AS "
      "as_of "
      "FROM matter m WHERE m.client_id = :contact_id AND m.share_with_bot = 1 ORDER BY m.opened_on DESC";
  out.filings =
      "SELECT f.form, f.receipt_number AS receipt, f.filed_on AS filed, f.received_on AS received FROM "
      "filing f "
      "JOIN matter m ON m.case_number = f.case_number "
      "WHERE f.case_number = :number AND m.client_id = :contact_id ORDER BY f.filed_on DESC";
  out.appointments =
      "SELECT a.kind, substr(a.starts_at, 1, 10) AS day, substr(a.starts_at, 12, 5) AS time, a.place "
      "FROM appointment a JOIN matter m ON m.case_number = a.case_number "
      "WHERE a.case_number = :number AND m.client_id = :contact_id AND a.status IN ('planned', 'confirmed') "
      "AND substr(a.starts_at, 1, 10) >= :today ORDER BY a.starts_at";
  out.documents =
      "SELECT d.document, CASE d.state WHEN 'rejected' THEN 1 ELSE 0 END AS rejected, d.needed_by "
      "FROM document_request d JOIN matter m ON m.case_number = d.case_number "
      "WHERE d.case_number = :number AND m.client_id = :contact_id AND d.state IN ('needed', 'rejected') "
      "ORDER BY d.needed_by";
  return out;
}

}  // namespace tulay::cases
