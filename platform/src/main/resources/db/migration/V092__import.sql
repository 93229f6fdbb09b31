-- Imports of tables: the file as it came, what is wrong with it cell by cell, how far it was taken.
-- What a batch enters and how far it got stand in one transaction: an import that was broken off goes
-- on where it stopped, and nothing is entered twice.

CREATE TABLE import_run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  size_bytes bigint NOT NULL,
  organisation bigint REFERENCES organisation,  -- where a row names none
  state text NOT NULL DEFAULT 'uploaded'
    CHECK (state IN ('uploaded', 'checked', 'unreadable', 'taking', 'taken', 'undone', 'dropped')),
  lines bigint NOT NULL DEFAULT 0,
  wrong bigint NOT NULL DEFAULT 0,
  taken bigint NOT NULL DEFAULT 0,
  taken_to bigint NOT NULL DEFAULT 0,      -- the last line that was taken or passed over
  problem text NOT NULL DEFAULT '',        -- why it cannot be read: a text's key and values
  job bigint,
  made timestamptz NOT NULL DEFAULT now(),
  made_by bigint DEFAULT actor_account(),
  made_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), '')
);
CREATE INDEX import_run_made ON import_run (made DESC, id DESC);
CREATE INDEX import_run_file ON import_run (sha256, kind);

CREATE TABLE import_fault (
  run bigint NOT NULL REFERENCES import_run ON DELETE CASCADE,
  number integer NOT NULL,
  line bigint NOT NULL,
  column_key text NOT NULL,
  value text NOT NULL,
  words text NOT NULL,                     -- a text's key and values
  PRIMARY KEY (run, number)
);

-- What an import entered, so that it can be undone.
CREATE TABLE import_made (
  run bigint NOT NULL REFERENCES import_run,
  subject bigint NOT NULL,
  PRIMARY KEY (run, subject)
);

ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON import_run FOR SELECT USING ((SELECT actor_reads_all()) OR made_by = (SELECT actor_account()));
CREATE POLICY add ON import_run FOR INSERT WITH CHECK (made_by IS NOT DISTINCT FROM (SELECT actor_account()));
CREATE POLICY change ON import_run FOR UPDATE USING ((SELECT actor_is_system()) OR made_by = (SELECT actor_account()));
REVOKE DELETE ON import_run FROM ${app};
ALTER TABLE import_fault ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON import_fault USING (run IN (SELECT id FROM import_run));
ALTER TABLE import_made ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON import_made USING (run IN (SELECT id FROM import_run));
REVOKE UPDATE, DELETE ON import_made FROM ${app};
CALL audit_table('import_run');

-- Takes back what an import entered of organisations, people and works: all that nobody has used
-- since. The audit log keeps that it was there. Whoever imported it may take it back.
CREATE FUNCTION import_take_back(import bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
DECLARE
  free bigint[];
  who bigint := (SELECT made_by FROM import_run WHERE id = import);
BEGIN
  IF who IS DISTINCT FROM actor_account() AND NOT actor_is_system() THEN
    RAISE EXCEPTION 'not the importer''s own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT coalesce(array_agg(m.subject), '{}') INTO free FROM import_made m
    WHERE m.run = import
    AND NOT EXISTS (SELECT FROM fact f WHERE f.subject = m.subject AND f.entered_by IS DISTINCT FROM who)
    AND NOT EXISTS (SELECT FROM fact f WHERE f.value_subject = m.subject)
    AND NOT EXISTS (SELECT FROM person p WHERE p.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM work w WHERE w.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM role_grant g WHERE g.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM merge g WHERE m.subject IN (g.merged, g.survivor))
    AND NOT EXISTS (SELECT FROM achievement a WHERE a.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM achievement_party a WHERE a.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM evidence e WHERE e.owner = m.subject)
    AND NOT EXISTS (SELECT FROM import_run r WHERE r.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM organisation o WHERE o.id = m.subject AND o.version > 1)
    AND NOT EXISTS (SELECT FROM person p WHERE p.id = m.subject AND p.version > 1)
    AND NOT EXISTS (SELECT FROM work w WHERE w.id = m.subject AND w.version > 1);
  DELETE FROM fact WHERE subject = ANY (free);
  DELETE FROM identifier WHERE subject = ANY (free);
  DELETE FROM organisation WHERE id = ANY (free);
  DELETE FROM person WHERE id = ANY (free);
  DELETE FROM work WHERE id = ANY (free);
  DELETE FROM subject WHERE id = ANY (free);
  DELETE FROM import_made WHERE run = import AND subject = ANY (free);
  RETURN cardinality(free);
END $$;

-- Achievements that an import entered and nobody has worked on since.
CREATE FUNCTION import_take_back_achievements(import bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
DECLARE
  gone bigint;
BEGIN
  IF (SELECT made_by FROM import_run WHERE id = import) IS DISTINCT FROM actor_account() AND NOT actor_is_system() THEN
    RAISE EXCEPTION 'not the importer''s own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM achievement WHERE import_run = import AND edit = 1 AND version = 0;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
