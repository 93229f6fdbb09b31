-- The night reads what every firm was answered last, and writes what changed: one row a firm to read,
-- none to write where all is as it was.

-- Numbers of AnswerCodes: title, case and answer in one.
ALTER TABLE judged_firm ADD COLUMN answers integer[] NOT NULL DEFAULT '{}';
UPDATE judged_firm f SET answers = coalesce((
  SELECT array_agg(j.title * 16 + array_position(ARRAY['first', 'renewal', 're-examination'], j.kind) * 4 - 4
    + array_position(ARRAY['met', 'not-met', 'data-missing', 'needs-human'], j.answer) - 1)
  FROM judgement j WHERE j.organisation = f.organisation), '{}');

-- When all firms were judged.
CREATE TABLE judging (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  as_of date NOT NULL,
  firms bigint NOT NULL,
  started timestamptz NOT NULL,
  finished timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE judging ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON judging FOR SELECT USING ((SELECT actor_reads_all()));
CREATE POLICY write ON judging USING ((SELECT actor_is_system()));
REVOKE UPDATE, DELETE ON judging FROM ${app};
INSERT INTO judging (as_of, firms, started) SELECT max(as_of), count(*), now() FROM judged_firm HAVING count(*) > 0;

-- What these named is never deleted, and looking it up three times cost more than writing an answer.
ALTER TABLE judgement DROP CONSTRAINT judgement_organisation_fkey,
  DROP CONSTRAINT judgement_title_fkey, DROP CONSTRAINT judgement_version_fkey;
