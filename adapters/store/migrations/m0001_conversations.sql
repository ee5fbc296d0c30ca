CREATE TABLE sessions (
  id          TEXT PRIMARY KEY,      -- hash of the client's token
  last_active INTEGER NOT NULL,      -- seconds since 1970
  body        TEXT NOT NULL          -- the Session as JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE turns (
  session_id        TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  turn              INTEGER NOT NULL,
  client_message_id TEXT,
  body              TEXT NOT NULL,   -- the StoredTurn as JSON
  PRIMARY KEY (session_id, turn)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX turns_by_client_message_id ON turns (session_id, client_message_id);
CREATE INDEX sessions_by_last_active ON sessions (last_active);
