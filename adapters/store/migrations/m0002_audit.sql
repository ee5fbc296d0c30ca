CREATE TABLE audit (
  n     INTEGER PRIMARY KEY,   -- without gaps, from 1
  body  TEXT NOT NULL,         -- the AuditEntry as JSON
  chain TEXT NOT NULL          -- digest of the chain before it and this body
) STRICT;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
