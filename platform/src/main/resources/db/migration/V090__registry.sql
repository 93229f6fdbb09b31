-- The registry of achievements: what was filled in, where it stands, who decided and why.
--
-- A form is kept as it was filled in, by the names of its fields, so that nothing a person typed is
-- lost before it is right, versions are compared field by field, and what is sent back names fields.

CREATE TABLE achievement (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation bigint NOT NULL REFERENCES organisation,  -- whose people register it
  form jsonb NOT NULL,
  edit bigint NOT NULL DEFAULT 1,          -- rises with every change of the row
  version integer NOT NULL DEFAULT 0,      -- the newest one handed in
  state text NOT NULL DEFAULT 'draft'
    CHECK (state IN ('draft', 'submitted', 'sent_back', 'registered', 'refused', 'withdrawn')),
  state_at timestamptz NOT NULL DEFAULT now(),
  state_by bigint DEFAULT actor_account(),
  state_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  reasons jsonb NOT NULL DEFAULT '{}',     -- by field; of the whole under "whole", a refusal's code under "code"
  number text UNIQUE CHECK (number ~ '^[0-9A-Z]{3}[0-9]{4}[YJR][0-9]{4}$'),
  registered_on date,
  open boolean NOT NULL DEFAULT false,     -- whether the holders made it public
  receiver bigint,                         -- the officer who decides
  receiver_as text NOT NULL DEFAULT '',
  due date,                                -- a decision, or a correction
  import_run bigint,                       -- the import that brought it
  created timestamptz NOT NULL DEFAULT now(),
  changed timestamptz NOT NULL DEFAULT now(),
  title text NOT NULL GENERATED ALWAYS AS
    (coalesce(nullif(form ->> 'title_zh', ''), form ->> 'title_en', '')) STORED,
  work_class text NOT NULL GENERATED ALWAYS AS (coalesce(form ->> 'work_class', '')) STORED,
  CHECK ((state IN ('registered', 'withdrawn')) OR number IS NULL),
  CHECK (state <> 'registered' OR (number IS NOT NULL AND registered_on IS NOT NULL))
);
CREATE INDEX achievement_changed ON achievement (changed DESC, id);
CREATE INDEX achievement_organisation ON achievement (organisation, state, changed DESC);
CREATE INDEX achievement_state ON achievement (state, due, id);
CREATE INDEX achievement_title ON achievement (title COLLATE "C", id);
CREATE INDEX achievement_import ON achievement (import_run) WHERE import_run IS NOT NULL;

-- What was handed in, and how it was when it was registered: never changed.
CREATE TABLE achievement_version (
  achievement bigint NOT NULL REFERENCES achievement ON DELETE CASCADE,
  number integer NOT NULL,
  form jsonb NOT NULL,
  made timestamptz NOT NULL DEFAULT now(),
  made_by bigint DEFAULT actor_account(),
  made_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  outcome text NOT NULL DEFAULT '' CHECK (outcome IN ('', 'sent_back', 'registered', 'refused', 'recalled')),
  reasons jsonb NOT NULL DEFAULT '{}',
  decided timestamptz,
  decided_by bigint,
  decided_as text NOT NULL DEFAULT '',
  PRIMARY KEY (achievement, number)
);

-- Those whom the receiver asked; they advise, the receiver decides.
CREATE TABLE achievement_advice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  achievement bigint NOT NULL REFERENCES achievement,
  version integer NOT NULL,
  adviser bigint NOT NULL REFERENCES account,
  adviser_as text NOT NULL,
  question text NOT NULL DEFAULT '',
  asked timestamptz NOT NULL DEFAULT now(),
  asked_by bigint DEFAULT actor_account(),
  opinion text CHECK (opinion IN ('for', 'against', 'open')),
  words text NOT NULL DEFAULT '',
  answered timestamptz,
  UNIQUE (achievement, version, adviser),
  CHECK ((opinion IS NULL) = (answered IS NULL))
);
CREATE INDEX achievement_advice_adviser ON achievement_advice (adviser) WHERE opinion IS NULL;

-- Who is named in a form, to be found by person and organisation. Derived from the form.
CREATE TABLE achievement_party (
  achievement bigint NOT NULL REFERENCES achievement ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('contributor', 'holder')),
  place integer NOT NULL,                  -- in the order of the form, from 1
  name text NOT NULL,
  keeper bigint NOT NULL,                  -- the organisation whose people register the achievement
  organisation bigint REFERENCES organisation,
  PRIMARY KEY (achievement, role, place)
);
CREATE INDEX achievement_party_organisation ON achievement_party (organisation, achievement) WHERE organisation IS NOT NULL;
CREATE INDEX achievement_party_name ON achievement_party (name COLLATE "C", achievement);

-- Serial numbers given out, by department, year and class.
CREATE TABLE registration_serial (
  department text NOT NULL,
  year integer NOT NULL,
  mark text NOT NULL,
  last integer NOT NULL CHECK (last BETWEEN 1 AND 9999),
  PRIMARY KEY (department, year, mark)
);

-- How this node's bureau registers.
CREATE TABLE registry_rules (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  department text NOT NULL DEFAULT '000' CHECK (department ~ '^[0-9A-Z]{3}$'),
  decide_days integer NOT NULL DEFAULT 30 CHECK (decide_days BETWEEN 1 AND 365),
  correct_days integer NOT NULL DEFAULT 30 CHECK (correct_days BETWEEN 1 AND 365)
);
INSERT INTO registry_rules DEFAULT VALUES;

-- What only the bureau decides, whatever the node forgets to check.
CREATE FUNCTION achievement_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = ${schema}, pg_temp AS $$
BEGIN
  IF NOT actor_writes_all() THEN
    IF TG_OP = 'INSERT' THEN
      IF NEW.state <> 'draft' THEN
        RAISE EXCEPTION 'only the bureau registers' USING ERRCODE = 'insufficient_privilege';
      END IF;
    ELSIF (NEW.state IS DISTINCT FROM OLD.state AND NEW.state IN ('registered', 'refused', 'sent_back'))
        OR NEW.number IS DISTINCT FROM OLD.number OR NEW.organisation <> OLD.organisation
        OR (OLD.state IN ('registered', 'refused', 'withdrawn') AND NEW.form <> OLD.form) THEN
      RAISE EXCEPTION 'only the bureau decides' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER achievement_guard BEFORE INSERT OR UPDATE ON achievement
  FOR EACH ROW EXECUTE FUNCTION achievement_guard();

-- Rights ----------------------------------------------------------------------------------------

-- A form is read by the organisation's own people, the bureau, auditors and whoever was asked for
-- advice; what holders made public stands in the catalogue.
ALTER TABLE achievement ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON achievement FOR SELECT USING ((SELECT actor_reads_all())
  OR organisation = ANY ((SELECT actor_reads_facts_of())::bigint[])
  OR id IN (SELECT achievement FROM achievement_advice WHERE adviser = (SELECT actor_account())));
CREATE POLICY enter ON achievement FOR INSERT WITH CHECK ((SELECT actor_writes_all())
  OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[]));
CREATE POLICY change ON achievement FOR UPDATE USING ((SELECT actor_writes_all())
  OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[]));
CREATE POLICY discard ON achievement FOR DELETE USING (version = 0 AND number IS NULL AND ((SELECT actor_writes_all())
  OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[])));

ALTER TABLE achievement_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON achievement_version FOR SELECT USING (achievement IN (SELECT id FROM achievement));
CREATE POLICY enter ON achievement_version FOR INSERT WITH CHECK (achievement IN (SELECT id FROM achievement));
CREATE POLICY decide ON achievement_version FOR UPDATE USING (achievement IN (SELECT id FROM achievement));
REVOKE UPDATE ON achievement_version FROM ${app};
GRANT UPDATE (outcome, reasons, decided, decided_by, decided_as) ON achievement_version TO ${app};
REVOKE DELETE ON achievement_version FROM ${app};

ALTER TABLE achievement_advice ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON achievement_advice FOR SELECT USING ((SELECT actor_reads_all()) OR adviser = (SELECT actor_account()));
CREATE POLICY ask ON achievement_advice FOR INSERT WITH CHECK ((SELECT actor_writes_all()));
CREATE POLICY answer ON achievement_advice FOR UPDATE USING (adviser = (SELECT actor_account()) AND opinion IS NULL)
  WITH CHECK (adviser = (SELECT actor_account()));
REVOKE UPDATE, DELETE ON achievement_advice FROM ${app};
GRANT UPDATE (opinion, words, answered) ON achievement_advice TO ${app};

ALTER TABLE achievement_party ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON achievement_party FOR SELECT USING ((SELECT actor_reads_all())
  OR keeper = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY write ON achievement_party USING ((SELECT actor_writes_all())
  OR keeper = ANY ((SELECT actor_writes_facts_of())::bigint[]));

ALTER TABLE registration_serial ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_of_it ON registration_serial USING ((SELECT actor_writes_all()));
REVOKE DELETE ON registration_serial FROM ${app};

ALTER TABLE registry_rules ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON registry_rules FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY change ON registry_rules FOR UPDATE USING ((SELECT actor_writes_all()));
REVOKE INSERT, DELETE ON registry_rules FROM ${app};

CALL audit_table('achievement');
CALL audit_table('achievement_version', 'achievement,number');
CALL audit_table('achievement_advice');
CALL audit_table('registration_serial', 'department,year,mark');
CALL audit_table('registry_rules', 'single');
