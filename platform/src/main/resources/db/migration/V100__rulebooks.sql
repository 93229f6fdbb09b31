-- Every firm judged by every rulebook in force. All of it but the rulebooks' texts follows from facts
-- and can be worked out again; what is kept of an answer says from which text, for which day and from
-- what was known when, so that the whole evaluation can be had again to the byte.

-- The texts of rulebooks this node has judged by. The library of an instant is what was current then.
CREATE TABLE rulebook_version (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rulebook text NOT NULL,
  digest text NOT NULL,                    -- SHA-256 of the text, in hexadecimal digits
  content text NOT NULL,
  current_from timestamptz NOT NULL DEFAULT now(),
  current_until timestamptz,
  CHECK (current_until > current_from)
);
CREATE UNIQUE INDEX rulebook_version_current ON rulebook_version (rulebook) WHERE current_until IS NULL;

-- What can be got by a rulebook. A row of its own, since answers are many.
CREATE TABLE judged_title (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rulebook text NOT NULL,
  title text NOT NULL,
  UNIQUE (rulebook, title)
);

-- A firm as it was judged last.
CREATE TABLE judged_firm (
  organisation bigint PRIMARY KEY REFERENCES organisation,
  industry text NOT NULL DEFAULT '',
  basis text NOT NULL,                     -- digest of all its answers rest on but the day
  as_of date NOT NULL,
  recorded timestamptz NOT NULL
);

-- Certificates as their facts say.
CREATE TABLE held_title (
  organisation bigint NOT NULL REFERENCES organisation,
  attribute text NOT NULL,
  number text NOT NULL,
  valid_from date,
  valid_until date                         -- the last day
);
CREATE INDEX held_title_organisation ON held_title (organisation);
CREATE INDEX held_title_attribute ON held_title (attribute, valid_until);

CREATE TABLE judgement (
  organisation bigint NOT NULL REFERENCES organisation,
  title integer NOT NULL REFERENCES judged_title,
  version integer NOT NULL REFERENCES rulebook_version,
  kind text NOT NULL CHECK (kind IN ('first', 'renewal', 're-examination')),
  answer text NOT NULL CHECK (answer IN ('met', 'not-met', 'data-missing', 'needs-human')),
  as_of date NOT NULL,
  recorded timestamptz NOT NULL,
  since date NOT NULL,                     -- the answer is the same since
  least numeric,                           -- points; null where the rulebook gives none
  most numeric,
  steps integer NOT NULL,                  -- clauses that would have to turn, at least; 0 where it is met
  clauses text NOT NULL DEFAULT '',        -- their ids
  nearest_zh text NOT NULL DEFAULT '',     -- and what is missing from each
  nearest_en text NOT NULL DEFAULT '',
  PRIMARY KEY (organisation, title)
);
CREATE INDEX judgement_title ON judgement (title, answer, steps);

-- An answer that is another by now.
CREATE TABLE judgement_past (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation bigint NOT NULL REFERENCES organisation,
  title integer NOT NULL REFERENCES judged_title,
  version integer NOT NULL REFERENCES rulebook_version,
  kind text NOT NULL,
  answer text NOT NULL,
  as_of date NOT NULL,
  recorded timestamptz NOT NULL,
  next text,                               -- the answer after it; null where the title can no longer be asked for
  next_as_of date NOT NULL,
  next_recorded timestamptz NOT NULL
);
CREATE INDEX judgement_past_organisation ON judgement_past (organisation, id);

-- Firms whose answers may be others by now: noted in the same transaction as the change, struck off
-- when they were judged anew. Firms whose facts name the firm are looked up then.
CREATE TABLE judgement_due (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation bigint NOT NULL
);

CREATE FUNCTION judgement_fact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  INSERT INTO judgement_due (organisation)
    SELECT s.id FROM subject s WHERE s.kind = 'organisation' AND s.id IN (SELECT subject FROM new_rows);
  RETURN NULL;
END $$;
CREATE TRIGGER judgement_insert AFTER INSERT ON fact REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION judgement_fact();
CREATE TRIGGER judgement_update AFTER UPDATE ON fact REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION judgement_fact();

CREATE FUNCTION judgement_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  INSERT INTO judgement_due (organisation)
    SELECT unnest(ARRAY[merged, survivor]) FROM new_rows WHERE in_force IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER judgement_update AFTER UPDATE ON merge REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION judgement_merge();

CREATE FUNCTION judgement_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  INSERT INTO judgement_due (organisation)
    SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
    WHERE (n.kind, n.status) IS DISTINCT FROM (o.kind, o.status);
  RETURN NULL;
END $$;
CREATE TRIGGER judgement_update AFTER UPDATE ON organisation
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION judgement_organisation();

-- Rights: an organisation's people read its own answers, the bureau and auditors all; the node writes.
ALTER TABLE rulebook_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE judged_title ENABLE ROW LEVEL SECURITY;
ALTER TABLE judged_firm ENABLE ROW LEVEL SECURITY;
ALTER TABLE held_title ENABLE ROW LEVEL SECURITY;
ALTER TABLE judgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE judgement_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE judgement_due ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON rulebook_version FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY write ON rulebook_version USING ((SELECT actor_is_system()));
CREATE POLICY read ON judged_title FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY write ON judged_title USING ((SELECT actor_is_system()));
CREATE POLICY read ON judged_firm FOR SELECT USING ((SELECT actor_reads_all())
  OR organisation = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY write ON judged_firm USING ((SELECT actor_is_system()));
CREATE POLICY read ON held_title FOR SELECT USING ((SELECT actor_reads_all())
  OR organisation = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY write ON held_title USING ((SELECT actor_is_system()));
CREATE POLICY read ON judgement FOR SELECT USING ((SELECT actor_reads_all())
  OR organisation = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY write ON judgement USING ((SELECT actor_is_system()));
CREATE POLICY read ON judgement_past FOR SELECT USING ((SELECT actor_reads_all())
  OR organisation = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY write ON judgement_past USING ((SELECT actor_is_system()));
CREATE POLICY node ON judgement_due USING ((SELECT actor_is_system()));
REVOKE DELETE ON rulebook_version, judged_title, judgement_past FROM ${app};
REVOKE UPDATE ON judgement_past FROM ${app};

CALL audit_table('rulebook_version', 'id', 'content');
