-- How texts fare. A row of the outbox moves on from sent to delivered or undelivered, by its gateway's reports.
ALTER TABLE outbox ADD COLUMN sender TEXT NOT NULL DEFAULT '';       -- ours, E.164; empty: the first of our numbers
ALTER TABLE outbox ADD COLUMN zone TEXT NOT NULL DEFAULT '';         -- of the recipient, IANA; empty: not known
ALTER TABLE outbox ADD COLUMN provider_id TEXT NOT NULL DEFAULT '';  -- what the gateway calls it
ALTER TABLE outbox ADD COLUMN code TEXT NOT NULL DEFAULT '';         -- the gateway's, of the last fault
CREATE INDEX outbox_by_provider_id ON outbox (provider_id) WHERE provider_id <> '';
CREATE INDEX outbox_by_recipient ON outbox (recipient, id);

-- Gateways report several times, in any order, and sometimes before they have answered that they took the text.
CREATE TABLE sms_reports (
  provider_id TEXT NOT NULL,
  status      INTEGER NOT NULL,      -- bot::DeliveryStatus
  code        TEXT NOT NULL,
  at          INTEGER NOT NULL,      -- seconds since 1970
  PRIMARY KEY (provider_id, status)
) STRICT, WITHOUT ROWID;
CREATE INDEX sms_reports_by_age ON sms_reports (at);

-- Numbers that take no texts: land lines, numbers that are no more.
CREATE TABLE dead_numbers (
  phone TEXT PRIMARY KEY,            -- E.164
  code  TEXT NOT NULL,
  at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Each reminder once, and at most one a day and case.
CREATE TABLE reminders (
  case_number TEXT NOT NULL,
  ends        TEXT NOT NULL,         -- the end of the parole as the file had it, YYYY-MM-DD
  days        INTEGER NOT NULL,      -- so many days before
  day         TEXT NOT NULL,         -- when it was queued, in the firm's zone
  PRIMARY KEY (case_number, ends, days),
  UNIQUE (case_number, day)
) STRICT, WITHOUT ROWID;
