-- Requests for a person; all of one conversation carry one ticket. Numbers are never used again.
CREATE TABLE handoffs (
  n            INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket       TEXT NOT NULL,
  conversation TEXT NOT NULL,        -- a digest, as in sessions
  level        INTEGER NOT NULL,     -- knowledge::HandoffLevel
  at           INTEGER NOT NULL,     -- seconds since 1970
  body         TEXT NOT NULL,        -- the Handoff as JSON, without its summary
  summary      TEXT NOT NULL         -- goes when the client has the conversation forgotten
) STRICT;
CREATE INDEX handoffs_by_ticket ON handoffs (ticket, n);
CREATE INDEX handoffs_by_conversation ON handoffs (conversation, n);

-- A ticket is open while it has a request after the last one that was closed with it.
CREATE TABLE tickets_closed (
  ticket  TEXT PRIMARY KEY,
  through INTEGER NOT NULL,          -- handoffs.n
  at      INTEGER NOT NULL,
  by      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What came of telling staff of a request by one way. No row: nobody has tried.
CREATE TABLE staff_notices (
  request  INTEGER NOT NULL REFERENCES handoffs (n) ON DELETE CASCADE,
  way      TEXT NOT NULL,            -- webhook, mail
  told     INTEGER NOT NULL,         -- 0 or 1
  attempts INTEGER NOT NULL,
  due      INTEGER NOT NULL,
  PRIMARY KEY (request, way)
) STRICT, WITHOUT ROWID;

CREATE TABLE missed_questions (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL,
  at           INTEGER NOT NULL,
  language     TEXT NOT NULL,
  kind         INTEGER NOT NULL,     -- bot::MissedKind
  intent       TEXT NOT NULL,
  text         TEXT NOT NULL,        -- masked
  comment      TEXT NOT NULL,        -- masked
  settled      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX missed_questions_by_age ON missed_questions (at);
CREATE INDEX missed_questions_by_conversation ON missed_questions (conversation);

-- Counting without people: nothing here leads back to a conversation.
CREATE TABLE reply_marks (
  id            INTEGER PRIMARY KEY,
  at            INTEGER NOT NULL,
  language      TEXT NOT NULL,
  channel       INTEGER NOT NULL,
  intent        TEXT NOT NULL,
  outcome       INTEGER NOT NULL,
  handed_over   INTEGER NOT NULL,
  first_seconds INTEGER
) STRICT;
CREATE INDEX reply_marks_by_age ON reply_marks (at);

CREATE TABLE feedback (
  conversation TEXT NOT NULL,
  turn         INTEGER NOT NULL,
  helpful      INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (conversation, turn)
) STRICT, WITHOUT ROWID;
