-- One-time codes of the last day, for the limits of sending.
CREATE TABLE code_sends (
  id     INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  phone  TEXT NOT NULL,              -- keyed digest; '' when nobody got one
  client TEXT NOT NULL               -- block of addresses that asked, '' when unknown
) STRICT;
CREATE INDEX code_sends_by_phone ON code_sends (phone, at);
CREATE INDEX code_sends_by_client ON code_sends (client, at);
CREATE INDEX code_sends_by_age ON code_sends (at);
