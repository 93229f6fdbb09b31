-- The fact base: what is known of organisations, people and works, since when, and who said so.
--
-- A fact lives in two times: `valid` says when it holds in the world, `recorded` since when (and
-- until when) the node takes it to be so. A correction ends a row's recorded time and adds a row;
-- nothing is overwritten, and the rights below leave the node no way to.

-- GiST over scalar columns, which temporal keys (WITHOUT OVERLAPS) stand on. A trusted extension:
-- whoever may create in the database may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA ${schema};

-- What can be said: the dictionary as the node last loaded it. Ids are the node's own, keys are for ever.
CREATE TABLE attribute (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL UNIQUE,
  type text NOT NULL,
  retired timestamptz                      -- no longer in the dictionary; its facts stay
);

-- What an attribute meant, and when: definitions may be said better as time goes on.
CREATE TABLE attribute_version (
  attribute integer NOT NULL REFERENCES attribute,
  definition jsonb NOT NULL,
  known tstzrange NOT NULL,
  PRIMARY KEY (attribute, known WITHOUT OVERLAPS)
);

-- What facts are about.
CREATE TABLE subject (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('organisation', 'person', 'work')),
  owner bigint REFERENCES subject,         -- the organisation whose people keep its facts; an organisation's is itself
  CHECK (kind <> 'organisation' OR owner = id)
);
CREATE INDEX subject_owner ON subject (owner);

CREATE TABLE organisation (
  id bigint PRIMARY KEY REFERENCES subject,
  name_zh text NOT NULL DEFAULT '',
  name_en text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('enterprise', 'university', 'institute', 'hospital', 'government', 'finance', 'intermediary', 'park', 'other')),
  economy text NOT NULL DEFAULT 'CN' CHECK (economy ~ '^[A-Z]{2}$'),
  region text NOT NULL DEFAULT '',
  district text NOT NULL DEFAULT '',
  lat_degrees double precision CHECK (lat_degrees BETWEEN -90 AND 90),
  lon_degrees double precision CHECK (lon_degrees BETWEEN -180 AND 180),
  homepage text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'dormant', 'dissolved')),
  version bigint NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  changed timestamptz NOT NULL DEFAULT now(),
  name text GENERATED ALWAYS AS (CASE WHEN name_zh <> '' THEN name_zh ELSE name_en END) STORED,
  CHECK (name_zh <> '' OR name_en <> ''),
  CHECK ((lat_degrees IS NULL) = (lon_degrees IS NULL))
);
-- Lists are paged by key: each order that is offered has its index, with the id as its last key.
CREATE INDEX organisation_name ON organisation (name COLLATE "C", id);
CREATE INDEX organisation_changed ON organisation (changed, id);
CREATE INDEX organisation_kind ON organisation (kind, name COLLATE "C", id);
CREATE INDEX organisation_district ON organisation (district, name COLLATE "C", id);

CREATE TABLE person (
  id bigint PRIMARY KEY REFERENCES subject,
  name_zh text NOT NULL DEFAULT '',
  name_en text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('researcher', 'inventor', 'entrepreneur', 'technology_manager', 'expert', 'other')),
  organisation bigint REFERENCES organisation, -- whose people keep the facts
  homepage text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'retired', 'deceased')),
  version bigint NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  changed timestamptz NOT NULL DEFAULT now(),
  name text GENERATED ALWAYS AS (CASE WHEN name_zh <> '' THEN name_zh ELSE name_en END) STORED,
  CHECK (name_zh <> '' OR name_en <> '')
);
CREATE INDEX person_name ON person (name COLLATE "C", id);
CREATE INDEX person_organisation ON person (organisation, name COLLATE "C", id);

CREATE TABLE work (
  id bigint PRIMARY KEY REFERENCES subject,
  name_zh text NOT NULL DEFAULT '',
  name_en text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('achievement', 'publication', 'patent', 'software', 'standard', 'contract', 'other')),
  organisation bigint REFERENCES organisation,
  year integer CHECK (year BETWEEN 1000 AND 2999),
  homepage text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'expired', 'withdrawn')),
  version bigint NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  changed timestamptz NOT NULL DEFAULT now(),
  name text GENERATED ALWAYS AS (CASE WHEN name_zh <> '' THEN name_zh ELSE name_en END) STORED,
  CHECK (name_zh <> '' OR name_en <> '')
);
CREATE INDEX work_name ON work (name COLLATE "C", id);
CREATE INDEX work_organisation ON work (organisation, name COLLATE "C", id);

-- A file (by the SHA-256 of its content, which is also where it lies) or a link.
CREATE TABLE evidence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner bigint REFERENCES subject,
  sha256 bytea CHECK (length(sha256) = 32),
  link text,
  name text NOT NULL,
  media_type text NOT NULL DEFAULT '',
  size_bytes bigint NOT NULL DEFAULT 0,
  entered_by bigint DEFAULT actor_account(),
  entered timestamptz NOT NULL DEFAULT now(),
  CHECK ((sha256 IS NULL) <> (link IS NULL))
);
CREATE INDEX evidence_owner ON evidence (owner);

CREATE TABLE fact (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject bigint NOT NULL REFERENCES subject,
  attribute integer NOT NULL REFERENCES attribute,
  item integer NOT NULL DEFAULT 0,         -- tells apart values that hold at once; 0 where only one can
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL),
  superseded bigint NOT NULL DEFAULT 0,    -- 0 while it is taken to be so, its own id from then on
  value_number numeric,
  value_amount bigint,                     -- the currency's smallest unit: fen
  currency character(3),
  value_text text,
  value_date date,
  value_flag boolean,
  value_subject bigint REFERENCES subject,
  internal boolean NOT NULL,
  source text NOT NULL DEFAULT '',
  evidence bigint REFERENCES evidence,
  corrects bigint REFERENCES fact,         -- the row this one stands in for
  reason text NOT NULL DEFAULT '',         -- why it was corrected
  entered_by bigint DEFAULT actor_account(),
  entered_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''), -- the name as it was then
  closed_by bigint,
  closed_as text,
  close_reason text,
  CONSTRAINT fact_has_one_value CHECK (
    num_nonnulls(value_amount, value_text, value_date, value_flag, coalesce(value_number, value_subject)) = 1
    AND (value_amount IS NULL) = (currency IS NULL)),
  CONSTRAINT fact_is_open_or_closed CHECK (
    superseded IN (0, id) AND (superseded = 0) = upper_inf(recorded) AND NOT isempty(recorded)),
  -- One value at a time, whatever the node forgets to check.
  CONSTRAINT fact_one_at_a_time UNIQUE (subject, attribute, item, superseded, valid WITHOUT OVERLAPS)
);
CREATE INDEX fact_subject ON fact (subject, attribute, item);
CREATE INDEX fact_value_subject ON fact (value_subject) WHERE value_subject IS NOT NULL;
CREATE INDEX fact_evidence ON fact (evidence) WHERE evidence IS NOT NULL;

-- An identifier belongs to one subject at a time; a wrong one is ended like a fact.
CREATE TABLE identifier (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject bigint NOT NULL REFERENCES subject,
  scheme text NOT NULL,
  value text NOT NULL,
  valid daterange NOT NULL DEFAULT daterange(NULL, NULL) CHECK (NOT isempty(valid)),
  recorded tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL),
  superseded bigint NOT NULL DEFAULT 0,
  entered_by bigint DEFAULT actor_account(),
  closed_by bigint,
  close_reason text,
  CHECK (superseded IN (0, id) AND (superseded = 0) = upper_inf(recorded) AND NOT isempty(recorded)),
  CONSTRAINT identifier_belongs_to_one UNIQUE (scheme, value, superseded, valid WITHOUT OVERLAPS)
);
CREATE INDEX identifier_subject ON identifier (subject);

-- Two organisations that are one. Nothing moves: while a merge is in force, the merged one is read
-- as part of the survivor, so that undoing it restores everything exactly.
CREATE TABLE merge (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  merged bigint NOT NULL REFERENCES organisation,
  survivor bigint NOT NULL REFERENCES organisation,
  reason text NOT NULL CHECK (reason <> ''),
  evidence bigint REFERENCES evidence,
  proposed_by bigint DEFAULT actor_account(),
  proposed timestamptz NOT NULL DEFAULT now(),
  decision text CHECK (decision IN ('accepted', 'refused')),
  decided_by bigint,
  decided timestamptz,
  decision_reason text NOT NULL DEFAULT '',
  in_force tstzrange CHECK (NOT isempty(in_force)),
  undone_by bigint,
  undo_reason text NOT NULL DEFAULT '',
  CHECK (merged <> survivor),
  CHECK ((decision IS NULL) = (decided IS NULL)),
  CHECK ((in_force IS NOT NULL) = (decision IS NOT DISTINCT FROM 'accepted')),
  CONSTRAINT merge_needs_two_people CHECK (decided_by <> proposed_by),
  CONSTRAINT merge_into_one UNIQUE (merged, in_force WITHOUT OVERLAPS)
);
CREATE UNIQUE INDEX merge_proposed_once ON merge (merged, survivor) WHERE decision IS NULL;
CREATE INDEX merge_survivor ON merge (survivor);

-- The organisation that `organisation` is part of at an instant: itself where it is not merged.
CREATE FUNCTION organisation_survivor(organisation bigint, at timestamptz DEFAULT now()) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
  WITH RECURSIVE way (id, step) AS (
    SELECT organisation, 0
    UNION ALL
    SELECT m.survivor, w.step + 1 FROM merge m JOIN way w ON m.merged = w.id WHERE m.in_force @> at AND w.step < 100)
  SELECT id FROM way ORDER BY step DESC LIMIT 1
$$;

-- All organisations that are read as one with those given at an instant, themselves among them.
CREATE FUNCTION organisations_merged_with(organisations bigint[], at timestamptz DEFAULT now()) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
  WITH RECURSIVE family (id) AS (
    SELECT unnest(organisations)
    UNION
    SELECT CASE WHEN m.merged = f.id THEN m.survivor ELSE m.merged END
    FROM family f JOIN merge m ON f.id IN (m.merged, m.survivor) WHERE m.in_force @> at)
  SELECT coalesce(array_agg(id), '{}') FROM family
$$;

-- Organisations whose internal facts the actor reads, and those the actor enters facts about: a role in an
-- organisation holds for what it was merged with, too.
CREATE FUNCTION actor_reads_facts_of() RETURNS bigint[] LANGUAGE sql STABLE SET search_path = ${schema}, pg_temp AS
  $$ SELECT organisations_merged_with(actor_organisations()) $$;
CREATE FUNCTION actor_writes_facts_of() RETURNS bigint[] LANGUAGE sql STABLE SET search_path = ${schema}, pg_temp AS
  $$ SELECT organisations_merged_with(actor_writable_organisations()) $$;

-- Rights ----------------------------------------------------------------------------------------

ALTER TABLE attribute ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON attribute FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY write ON attribute USING ((SELECT actor_is_system()));
ALTER TABLE attribute_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON attribute_version FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY write ON attribute_version USING ((SELECT actor_is_system()));
REVOKE DELETE ON attribute, attribute_version FROM ${app};

-- That a subject is there, and its name, everybody who has signed in may know.
ALTER TABLE subject ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON subject FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY enter ON subject FOR INSERT WITH CHECK ((SELECT actor_writes_all())
  OR (kind <> 'organisation' AND owner = ANY ((SELECT actor_writes_facts_of())::bigint[])));
CREATE POLICY change ON subject FOR UPDATE USING ((SELECT actor_writes_all()));
REVOKE DELETE ON subject FROM ${app};

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON organisation FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY enter ON organisation FOR INSERT WITH CHECK ((SELECT actor_writes_all()));
CREATE POLICY change ON organisation FOR UPDATE USING ((SELECT actor_writes_all())
  OR id = ANY ((SELECT actor_writes_facts_of())::bigint[]));
REVOKE DELETE ON organisation FROM ${app};

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON person FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY enter ON person FOR INSERT WITH CHECK ((SELECT actor_writes_all())
  OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[]));
CREATE POLICY change ON person FOR UPDATE USING ((SELECT actor_writes_all())
  OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[]));
REVOKE DELETE ON person FROM ${app};

ALTER TABLE work ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON work FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY enter ON work FOR INSERT WITH CHECK ((SELECT actor_writes_all())
  OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[]));
CREATE POLICY change ON work FOR UPDATE USING ((SELECT actor_writes_all())
  OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[]));
REVOKE DELETE ON work FROM ${app};

-- Public facts are read by everybody who has signed in; internal ones by the organisation's own people,
-- the bureau and auditors. Nobody enters a fact in another's name.
ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON fact FOR SELECT USING (
  (NOT internal AND (SELECT actor_signed_in())) OR (SELECT actor_reads_all())
  OR subject IN (SELECT id FROM subject WHERE owner = ANY ((SELECT actor_reads_facts_of())::bigint[])));
CREATE POLICY enter ON fact FOR INSERT WITH CHECK (
  entered_by IS NOT DISTINCT FROM (SELECT actor_account()) AND superseded = 0
  AND ((SELECT actor_writes_all())
    OR subject IN (SELECT id FROM subject WHERE owner = ANY ((SELECT actor_writes_facts_of())::bigint[]))));
CREATE POLICY close ON fact FOR UPDATE
  USING (superseded = 0 AND ((SELECT actor_writes_all())
    OR subject IN (SELECT id FROM subject WHERE owner = ANY ((SELECT actor_writes_facts_of())::bigint[]))))
  WITH CHECK (superseded = id AND closed_by IS NOT DISTINCT FROM (SELECT actor_account()));
REVOKE UPDATE, DELETE ON fact FROM ${app};
GRANT UPDATE (recorded, superseded, closed_by, closed_as, close_reason) ON fact TO ${app};

ALTER TABLE identifier ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON identifier FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY enter ON identifier FOR INSERT WITH CHECK (
  entered_by IS NOT DISTINCT FROM (SELECT actor_account()) AND superseded = 0
  AND ((SELECT actor_writes_all())
    OR subject IN (SELECT id FROM subject WHERE owner = ANY ((SELECT actor_writes_facts_of())::bigint[]))));
CREATE POLICY close ON identifier FOR UPDATE
  USING (superseded = 0 AND ((SELECT actor_writes_all())
    OR subject IN (SELECT id FROM subject WHERE owner = ANY ((SELECT actor_writes_facts_of())::bigint[]))))
  WITH CHECK (superseded = id AND closed_by IS NOT DISTINCT FROM (SELECT actor_account()));
REVOKE UPDATE, DELETE ON identifier FROM ${app};
GRANT UPDATE (recorded, superseded, closed_by, close_reason) ON identifier TO ${app};

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON evidence FOR SELECT USING ((SELECT actor_reads_all())
  OR owner = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY enter ON evidence FOR INSERT WITH CHECK (entered_by IS NOT DISTINCT FROM (SELECT actor_account())
  AND ((SELECT actor_writes_all()) OR owner = ANY ((SELECT actor_writes_facts_of())::bigint[])));
REVOKE UPDATE, DELETE ON evidence FROM ${app};

-- That two organisations were merged everybody may know; proposals only those they concern.
ALTER TABLE merge ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON merge FOR SELECT USING ((in_force IS NOT NULL AND (SELECT actor_signed_in()))
  OR (SELECT actor_reads_all())
  OR merged = ANY ((SELECT actor_reads_facts_of())::bigint[])
  OR survivor = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY propose ON merge FOR INSERT WITH CHECK (decision IS NULL
  AND proposed_by IS NOT DISTINCT FROM (SELECT actor_account())
  AND ((SELECT actor_writes_all())
    OR merged = ANY ((SELECT actor_writes_facts_of())::bigint[])
    OR survivor = ANY ((SELECT actor_writes_facts_of())::bigint[])));
CREATE POLICY decide ON merge FOR UPDATE USING ((SELECT actor_writes_all()));
REVOKE UPDATE, DELETE ON merge FROM ${app};
GRANT UPDATE (decision, decided_by, decided, decision_reason, in_force, undone_by, undo_reason) ON merge TO ${app};

-- Audit -----------------------------------------------------------------------------------------

CALL audit_table('attribute');
CALL audit_table('attribute_version', 'attribute,known');
CALL audit_table('subject');
CALL audit_table('organisation');
CALL audit_table('person');
CALL audit_table('work');
CALL audit_table('evidence');
CALL audit_table('fact');
CALL audit_table('identifier');
CALL audit_table('merge');
