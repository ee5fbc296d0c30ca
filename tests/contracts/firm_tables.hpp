#pragma once

#include <string>
#include <vector>

#include "adapters/cases/mapping.hpp"

namespace tulay::contracts {

/// A small firm's own tables, for either database: names and words unlike ours.
inline const std::string firm_tables = R"(
CREATE TABLE tblClients (ID INTEGER PRIMARY KEY, CellPhone TEXT, DOB TEXT, Lang TEXT);
CREATE TABLE tblCases (FileNo TEXT, ClientID INTEGER, CaseType TEXT, Status TEXT, StatusDate TEXT, ReceiptNo TEXT,
                       Form TEXT, DateFiled TEXT, I94Exp TEXT, LastUpd TEXT, Hide INTEGER);
CREATE INDEX cases_by_client ON tblCases (ClientID);
CREATE INDEX cases_by_file ON tblCases (FileNo);
CREATE INDEX cases_by_receipt ON tblCases (ReceiptNo);
CREATE INDEX clients_by_phone ON tblClients (CellPhone);
INSERT INTO tblClients VALUES (7, '(213) 555-0177', '1980-01-01', 'es');
INSERT INTO tblClients VALUES (8, '(213) 555-0178', '1991-05-05', 'en');
INSERT INTO tblCases VALUES ('A-1', 7, 'I-131 HP', 'Pending  USCIS', '10/01/2026', 'IOE9990000777', 'I-131',
                             '9/30/26', NULL, '11/20/26 08:30:00', 0);
INSERT INTO tblCases VALUES ('A-2', 8, 'reparole', 'on hold', '10/01/2026', 'IOE-99-900-00778', 'I-131', '2026-09-30',
                             '2026-13-45', '46346', 0);
INSERT INTO tblCases VALUES ('A-3', 8, 'reparole', 'APPVD', '10/01/2026', 'none yet', 'I-131', '2026-09-30',
                             '12/31/2027', '46346.5', 1);
)";

/// The mapping of those tables, as a firm writes it. Line 7 is the first with a query.
inline const std::string firm_toml = R"([cases]
adapter   = 'sqlite'
file      = 'firm.db'
time_zone = 'America/Los_Angeles'

[cases.query]
contact_by_receipt = '''SELECT c.ID AS contact_id, c.CellPhone AS phone, NULL AS phone_changed_on, c.Lang AS language, 'none' AS contact_restriction, substr(c.DOB, 1, 4) AS birth_year FROM tblClients c JOIN tblCases k ON k.ClientID = c.ID WHERE k.ReceiptNo = :receipt'''
contact_by_case    = '''SELECT c.ID AS contact_id, c.CellPhone AS phone, NULL AS phone_changed_on, NULL AS contact_restriction FROM tblClients c JOIN tblCases k ON k.ClientID = c.ID WHERE k.FileNo = :case_number AND k.Hide = 0'''
contact_by_phone   = '''SELECT c.ID AS contact_id, c.CellPhone AS phone, NULL AS phone_changed_on, NULL AS contact_restriction FROM tblClients c WHERE c.CellPhone = :phone_e164 OR c.CellPhone = '(' || substr(:phone_digits, 1, 3) || ') ' || substr(:phone_digits, 4, 3) || '-' || substr(:phone_digits, 7)'''
cases              = '''SELECT k.FileNo AS number, k.CaseType AS kind, k.Status AS stage, k.StatusDate AS stage_since, k.I94Exp AS parole_ends, 'i94' AS parole_ends_source, k.LastUpd AS as_of FROM tblCases k WHERE k.ClientID = :contact_id AND k.Hide = 0'''
filings            = '''SELECT k.Form AS form, k.ReceiptNo AS receipt, k.DateFiled AS filed FROM tblCases k WHERE k.FileNo = :number AND k.ClientID = :contact_id'''
contact_ids        = 'SELECT c.ID AS contact_id FROM tblClients c'

[cases.values.stage]
'pending uscis' = 'in_review'
"rfe rec'd"     = 'rfe'
'appvd'         = 'approved'

[cases.values.kind]
'I-131 HP' = 'parole_request'
'reparole' = 're_parole'

[cases.formats]
date = ['%Y-%m-%d', '%m/%d/%Y', '%m/%d/%y', 'access', 'excel']
)";

}  // namespace tulay::contracts
