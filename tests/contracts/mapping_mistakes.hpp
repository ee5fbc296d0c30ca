#pragma once

#include <vector>

namespace tulay::contracts {

/// What somebody wrote instead of what is right in firm_toml, and what the start says of it.
struct Mistake {
  const char* right;
  const char* wrong;
  const char* said;
};

inline const std::vector<Mistake> mistakes{
    // parameters
    Mistake{
        "k.ClientID = :contact_id AND k.Hide", "k.Hide",
        "tulay.toml:10: error: cases.query.cases does not use :contact_id; without it, it would show other "
        "people's rows\n"},
    Mistake{" AND k.ClientID = :contact_id'''\ncontact_ids", "'''\ncontact_ids",
            "tulay.toml:11: error: cases.query.filings does not use :contact_id; without it, it would show "
            "other "
            "people's rows\n"},
    Mistake{"k.FileNo = :number AND ", "",
            "tulay.toml:11: error: cases.query.filings does not use :number; without it, it would find the "
            "same "
            "for everyone\n"},
    Mistake{":contact_id AND k.Hide", ":contactid AND k.Hide",
            "tulay.toml:10: error: cases.query.cases has the unknown parameter :contactid; did you mean "
            "'contact_id'?\ntulay.toml:10: error: cases.query.cases does not use :contact_id; without it, it "
            "would show other people's rows\n"},
    Mistake{
        "WHERE k.ReceiptNo = :receipt", "WHERE k.ReceiptNo = ?",
        "tulay.toml:7: error: cases.query.contact_by_receipt has the parameter ?; parameters are named: "
        ":receipt\ntulay.toml:7: error: cases.query.contact_by_receipt does not use :receipt; without it, "
        "it "
        "would find the same for everyone\n"},
    Mistake{"WHERE k.ReceiptNo = :receipt", "WHERE k.ReceiptNo = ':receipt'",
            "tulay.toml:7: error: cases.query.contact_by_receipt does not use :receipt; without it, it "
            "would find "
            "the same for everyone\n"},
    Mistake{
        "k.ClientID = :contact_id AND k.Hide", "-- k.ClientID = :contact_id\n k.Hide",
        "tulay.toml:10: error: cases.query.cases does not use :contact_id; without it, it would show other "
        "people's rows\n"},
    Mistake{
        "k.FileNo = :case_number", "k.FileNo = @case_number",
        "tulay.toml:8: error: cases.query.contact_by_case has the parameter @case_number; parameters are "
        "named: :case_number\ntulay.toml:8: error: cases.query.contact_by_case does not use :case_number; "
        "without it, it would find the same for everyone\n"},
    Mistake{" WHERE c.CellPhone = :phone_e164 OR c.CellPhone = '(' || substr(:phone_digits, 1, 3) || ') ' || "
            "substr(:phone_digits, 4, 3) || '-' || substr(:phone_digits, 7)",
            "",
            "tulay.toml:9: error: cases.query.contact_by_phone uses neither :phone_e164 nor :phone_digits; "
            "without "
            "it, it would find the same for everyone\n"},
    Mistake{"SELECT c.ID AS contact_id FROM tblClients c'",
            "SELECT c.ID AS contact_id FROM tblClients c WHERE c.ID = :contact_id'",
            "tulay.toml:12: error: cases.query.contact_ids has the unknown parameter :contact_id; it may use "
            "none\n"},
    // statements
    Mistake{"k.ClientID = :contact_id AND k.Hide = 0", "k.ClientID = :contact_id; DELETE FROM tblCases",
            "tulay.toml:10: error: cases.query.cases holds more than one statement; leave one SELECT\n"},
    Mistake{
        "'SELECT c.ID AS contact_id FROM tblClients c'", "'DELETE FROM tblClients'",
        "tulay.toml:12: error: cases.query.contact_ids must begin with SELECT or WITH, not DELETE; queries "
        "only read\n"},
    Mistake{
        "'SELECT c.ID AS contact_id FROM tblClients c'",
        "'WITH gone AS (DELETE FROM tblClients RETURNING ID) SELECT ID AS contact_id FROM gone'",
        "tulay.toml:12: error: cases.query.contact_ids writes: DELETE; queries only read; put a column of "
        "that name into quotes\n"},
    Mistake{"'SELECT c.ID AS contact_id FROM tblClients c'",
            "'SELECT c.ID AS contact_id INTO copied FROM tblClients c'",
            "tulay.toml:12: error: cases.query.contact_ids writes: INTO; queries only read; put a column "
            "of that "
            "name into quotes\n"},
    Mistake{
        "'SELECT c.ID AS contact_id FROM tblClients c'", "'PRAGMA writable_schema = 1'",
        "tulay.toml:12: error: cases.query.contact_ids must begin with SELECT or WITH, not PRAGMA; queries "
        "only read\n"},
    Mistake{"'SELECT c.ID AS contact_id FROM tblClients c'", "'-- later'",
            "tulay.toml:12: error: cases.query.contact_ids is empty\n"},
    Mistake{"'none' AS contact_restriction", "'none AS contact_restriction",
            "tulay.toml:7: error: cases.query.contact_by_receipt has a quote or a comment that does not "
            "end; it "
            "begins 'none AS contact_res\n"},
    Mistake{"substr(c.DOB, 1, 4)", "substr(c.DOB, 1, 4",
            "tulay.toml:7: error: cases.query.contact_by_receipt has parentheses that do not match\n"},
    Mistake{"k.ClientID = :contact_id AND k.Hide = 0",
            "(k.ClientID = :contact_id) OR 1=1) UNION SELECT * FROM (x",
            "tulay.toml:10: error: cases.query.cases has parentheses that do not match\n"},
    // columns
    Mistake{"k.Status AS stage, ", "",
            "tulay.toml:10: error: cases.query.cases gives no column stage; add it, if only as NULL AS "
            "stage\n"},
    Mistake{", NULL AS contact_restriction FROM tblClients c JOIN", " FROM tblClients c JOIN",
            "tulay.toml:8: error: cases.query.contact_by_case gives no column contact_restriction; add it, "
            "if only "
            "as NULL AS contact_restriction\n"},
    Mistake{"k.StatusDate AS stage_since", "k.StatusDate AS stage_sinse",
            "tulay.toml:10: error: cases.query.cases gives the unknown column stage_sinse; did you mean "
            "'stage_since'?\n"},
    Mistake{"k.StatusDate AS stage_since", "c.SSN AS ssn",
            "tulay.toml:10: error: cases.query.cases: no such column: c.SSN\n"},
    Mistake{"k.StatusDate AS stage_since", "k.ReceiptNo AS alien_number",
            "tulay.toml:10: error: cases.query.cases gives the unknown column alien_number; leave it out: "
            "the bot "
            "shows nothing that it does not know\n"},
    Mistake{"'i94' AS parole_ends_source, ", "",
            "tulay.toml:10: error: cases.query.cases gives parole_ends without parole_ends_source; say "
            "where the "
            "date is from: i94, approval_notice or client_said\n"},
    Mistake{"k.Status AS stage, ", "k.Status AS stage, k.CaseType AS stage, ",
            "tulay.toml:10: error: cases.query.cases gives the column stage twice\n"},
    Mistake{"FROM tblCases k WHERE k.FileNo = :number", "FROM tblCase k WHERE k.FileNo = :number",
            "tulay.toml:11: error: cases.query.filings: no such table: tblCase\n"},
    Mistake{"SELECT k.Form AS form,", "SELECT k.Form AS form",
            "tulay.toml:11: error: cases.query.filings: near \"k\": syntax error\n"},
    // names, words and forms
    Mistake{"contact_by_case    =", "contact_by_cases   =",
            "tulay.toml:8: error: unknown query 'contact_by_cases'; did you mean 'contact_by_case'?\n"},
    Mistake{"contact_ids        =", "contact_id         =",
            "tulay.toml:12: error: unknown query 'contact_id'; did you mean 'contact_ids'?\n"},
    Mistake{"[cases.values.stage]", "[cases.values.stages]",
            "tulay.toml:14: error: unknown values 'stages'; did you mean 'stage'?\n"},
    Mistake{"'appvd'         = 'approved'", "'appvd'         = 'aproved'",
            "tulay.toml:17: error: cases.values.stage makes 'appvd' into 'aproved', which is no stage of "
            "ours; did "
            "you mean 'approved'?\n"},
    Mistake{"'reparole' = 're_parole'", "'reparole' = 'renewal'",
            "tulay.toml:21: error: cases.values.kind makes 'reparole' into 'renewal', which is no kind of "
            "ours; "
            "one of parole_request, re_parole, work_permit, other\n"},
    Mistake{
        "'appvd'         = 'approved'", "'Pending USCIS' = 'approved'",
        "tulay.toml:15: error: cases.values has 'pending uscis' twice, as 'approved' and as 'in_review'\n"},
    Mistake{
        "'%m/%d/%y', 'access'", "'mm/dd/yyyy', 'access'",
        "tulay.toml:24: error: cases.formats.date has 'mm/dd/yyyy', which is no form of dates; write it as "
        "'%m/%d/%Y', or 'access' or 'excel'\n"},
    Mistake{"America/Los_Angeles", "Pacific",
            "tulay.toml:4: error: cases.time_zone 'Pacific' is not a known zone; write it as "
            "America/Los_Angeles\n"},
    Mistake{"adapter   = 'sqlite'", "adapter   = 'mysql'",
            "tulay.toml:2: error: cases.adapter must be sqlite or postgres, not 'mysql'\n"},
    Mistake{"file      = 'firm.db'", "",
            "tulay.toml:2: error: cases.adapter is sqlite, but cases.file is not set\n"},
    // speed
    Mistake{"k.ReceiptNo = :receipt", "replace(upper(k.ReceiptNo), '-', '') = :receipt",
            "tulay.toml:7: warning: cases.query.contact_by_receipt reads a whole table; make an index of "
            "what it "
            "compares with its parameter\n"}};

}  // namespace tulay::contracts
