-- What Tulay may see of the firm's cases in PostgreSQL: views with just the columns that it tells clients, of
-- just the cases that the firm shares, and a role that can read them and nothing else. For the schema of
-- adapters/cases/case_demo.sql in the schema public; with tables of your own, put your names into the FROMs.
-- Run once, as the owner of the database:  psql --dbname firm --file views.sql
-- Then give the role a password (\password tulay_reader) or a certificate, and let it in by pg_hba.conf.

BEGIN;

CREATE SCHEMA tulay;

-- No e-mail and no day of birth: the year is enough for the second question on a shared telephone.
CREATE VIEW tulay.client WITH (security_barrier) AS
  SELECT client_id, substr(birth_date, 1, 4) AS birth_date, phone_e164, phone_changed_on, language,
         contact_restriction
  FROM public.client;

CREATE VIEW tulay.matter WITH (security_barrier) AS
  SELECT case_number, client_id, beneficiary_name, kind, stage, stage_since, attorney, opened_on, parole_class,
         parole_begins, parole_ends, parole_ends_source, next_step, next_step_due, waiting_for, updated_at,
         share_with_bot
  FROM public.matter WHERE share_with_bot = 1;

CREATE VIEW tulay.filing WITH (security_barrier) AS
  SELECT f.* FROM public.filing f JOIN public.matter m USING (case_number) WHERE m.share_with_bot = 1;

CREATE VIEW tulay.appointment WITH (security_barrier) AS
  SELECT a.* FROM public.appointment a JOIN public.matter m USING (case_number) WHERE m.share_with_bot = 1;

CREATE VIEW tulay.document_request WITH (security_barrier) AS
  SELECT d.* FROM public.document_request d JOIN public.matter m USING (case_number) WHERE m.share_with_bot = 1;

CREATE ROLE tulay_reader LOGIN CONNECTION LIMIT 16;
ALTER ROLE tulay_reader SET default_transaction_read_only = on;
ALTER ROLE tulay_reader SET statement_timeout = '800ms';
ALTER ROLE tulay_reader SET lock_timeout = '200ms';
ALTER ROLE tulay_reader SET idle_in_transaction_session_timeout = '5s';
ALTER ROLE tulay_reader SET search_path = tulay;     -- the bot's own queries then find the views
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA tulay TO tulay_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA tulay TO tulay_reader;

-- The look-ups by receipt number and by telephone; case_demo.sql has the others.
CREATE INDEX IF NOT EXISTS filing_by_case ON public.filing (case_number);

COMMIT;
