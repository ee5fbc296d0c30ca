-- Text messages. Every change of mind is a row: the last one of a number holds, all of them are the record.
CREATE TABLE opt_out_changes (
  id        INTEGER PRIMARY KEY,
  phone     TEXT NOT NULL,           -- E.164
  opted_out INTEGER NOT NULL,        -- 0 or 1
  source    INTEGER NOT NULL,        -- bot::OptOutSource
  at        INTEGER NOT NULL         -- seconds since 1970
) STRICT;
CREATE INDEX opt_out_changes_by_phone ON opt_out_changes (phone, id);

CREATE TABLE sms_answers (
  id           INTEGER PRIMARY KEY,
  gateway      TEXT NOT NULL,
  message_id   TEXT NOT NULL,
  conversation TEXT NOT NULL,        -- a digest, as in sessions
  at           INTEGER NOT NULL,
  speaks       INTEGER NOT NULL,     -- 0: silence was the answer
  sent         INTEGER NOT NULL,
  body         TEXT NOT NULL,        -- texts, rest and language as JSON
  UNIQUE (gateway, message_id)
) STRICT;
CREATE INDEX sms_answers_by_conversation ON sms_answers (conversation, id);
CREATE INDEX sms_answers_by_age ON sms_answers (at);

CREATE TABLE sms_nonces (
  gateway TEXT NOT NULL,
  nonce   TEXT NOT NULL,
  content TEXT NOT NULL,             -- a digest of what came with it
  at      INTEGER NOT NULL,
  PRIMARY KEY (gateway, nonce)
) STRICT, WITHOUT ROWID;
CREATE INDEX sms_nonces_by_age ON sms_nonces (at);

CREATE TABLE sms_secret (secret TEXT NOT NULL) STRICT;
INSERT INTO sms_secret VALUES (hex(randomblob(32)));

-- Texts that are owed. The words go when nobody needs them any more.
CREATE TABLE outbox (
  id            INTEGER PRIMARY KEY,
  key           TEXT NOT NULL UNIQUE,
  recipient     TEXT NOT NULL,       -- E.164; empty: nobody may get it, the row is only there to cost the same
  text          TEXT NOT NULL,
  purpose       INTEGER NOT NULL,    -- bot::TextPurpose
  queued        INTEGER NOT NULL,    -- seconds since 1970
  useless_after INTEGER NOT NULL,    -- 0: never
  state         TEXT NOT NULL,       -- due, sending, sent, failed, unknown, useless
  attempts      INTEGER NOT NULL DEFAULT 0,
  due           INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_by_due ON outbox (state, due);
