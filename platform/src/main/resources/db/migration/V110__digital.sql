-- The digital level of firms: the questionnaire of 2024 as filled in, evidence for each answer, a second
-- assessor who does not see the firm's answers, and what a person settled where the two differ.

CREATE TABLE digital_assessment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation bigint NOT NULL REFERENCES organisation,
  stage text NOT NULL CHECK (stage IN ('before', 'after')),
  as_of date NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'settled')),
  answers jsonb NOT NULL DEFAULT '{}',     -- the firm's, by field
  settled jsonb NOT NULL DEFAULT '{}',     -- what holds in the end, by field
  reasons jsonb NOT NULL DEFAULT '{}',     -- why, by question, where the two differ
  note text NOT NULL DEFAULT '',           -- why it was sent back
  level integer CHECK (level BETWEEN 0 AND 4),
  base numeric CHECK (base BETWEEN 0 AND 100),
  edit bigint NOT NULL DEFAULT 1,
  begun timestamptz NOT NULL DEFAULT now(),
  begun_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  submitted timestamptz,
  submitted_as text NOT NULL DEFAULT '',
  settled_at timestamptz,
  settled_as text NOT NULL DEFAULT '',
  changed timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'settled') = (settled_at IS NOT NULL))
);
CREATE INDEX digital_assessment_organisation ON digital_assessment (organisation, as_of, id);
CREATE INDEX digital_assessment_state ON digital_assessment (state, id);

CREATE TABLE digital_evidence (
  assessment bigint NOT NULL REFERENCES digital_assessment,
  question text NOT NULL,
  evidence bigint NOT NULL REFERENCES evidence,
  organisation bigint NOT NULL REFERENCES organisation,
  added timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (assessment, question, evidence)
);
CREATE INDEX digital_evidence_evidence ON digital_evidence (evidence);

-- Keeps what a second assessor needs to know of the assessment, whose row they do not read.
CREATE TABLE digital_review (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  assessment bigint NOT NULL REFERENCES digital_assessment,
  organisation bigint NOT NULL REFERENCES organisation,
  firm text NOT NULL,
  stage text NOT NULL,
  as_of date NOT NULL,
  assessor bigint NOT NULL REFERENCES account,
  assessor_as text NOT NULL,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'accepted', 'declined', 'finished')),
  answers jsonb NOT NULL DEFAULT '{}',
  why text NOT NULL DEFAULT '',            -- why it was declined
  edit bigint NOT NULL DEFAULT 1,
  asked timestamptz NOT NULL DEFAULT now(),
  asked_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  changed timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX digital_review_once ON digital_review (assessment) WHERE state <> 'declined';
CREATE INDEX digital_review_assessor ON digital_review (assessor, state);

-- Whether somebody works at a firm, which the bureau does not read from the grants themselves.
CREATE FUNCTION digital_insider(asked bigint, firm bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = ${schema}, pg_temp AS
$$ SELECT actor_writes_all() AND EXISTS (SELECT FROM role_grant g WHERE g.account = asked AND g.organisation = firm) $$;

ALTER TABLE digital_assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON digital_assessment FOR SELECT USING ((SELECT actor_reads_all())
  OR organisation = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY enter ON digital_assessment FOR INSERT WITH CHECK (state = 'draft'
  AND ((SELECT actor_writes_all()) OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[])));
CREATE POLICY change ON digital_assessment FOR UPDATE
  USING ((SELECT actor_writes_all()) OR (state = 'draft' AND organisation = ANY ((SELECT actor_writes_facts_of())::bigint[])))
  WITH CHECK ((SELECT actor_writes_all()) OR (state <> 'settled' AND organisation = ANY ((SELECT actor_writes_facts_of())::bigint[])));
REVOKE UPDATE, DELETE ON digital_assessment FROM ${app};
GRANT UPDATE (state, as_of, answers, settled, reasons, note, level, base, edit, submitted, submitted_as, settled_at, settled_as, changed)
  ON digital_assessment TO ${app};

ALTER TABLE digital_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON digital_review FOR SELECT USING ((SELECT actor_reads_all()) OR assessor = (SELECT actor_account())
  OR (state = 'finished' AND organisation = ANY ((SELECT actor_reads_facts_of())::bigint[])));
CREATE POLICY ask ON digital_review FOR INSERT WITH CHECK ((SELECT actor_writes_all()));
CREATE POLICY answer ON digital_review FOR UPDATE USING (assessor = (SELECT actor_account()) AND state IN ('asked', 'accepted'))
  WITH CHECK (assessor = (SELECT actor_account()));
REVOKE UPDATE, DELETE ON digital_review FROM ${app};
GRANT UPDATE (state, answers, why, edit, changed) ON digital_review TO ${app};

ALTER TABLE digital_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON digital_evidence FOR SELECT USING ((SELECT actor_reads_all())
  OR organisation = ANY ((SELECT actor_reads_facts_of())::bigint[])
  OR assessment IN (SELECT assessment FROM digital_review WHERE assessor = (SELECT actor_account()) AND state IN ('accepted', 'finished')));
CREATE POLICY enter ON digital_evidence FOR INSERT WITH CHECK ((SELECT actor_writes_all())
  OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[]));
CREATE POLICY take_away ON digital_evidence FOR DELETE USING (((SELECT actor_writes_all())
    OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[]))
  AND assessment IN (SELECT id FROM digital_assessment WHERE state = 'draft'));
REVOKE UPDATE ON digital_evidence FROM ${app};

-- Second assessors read the evidence once they declared that they have no stake in it.
ALTER POLICY read ON evidence USING ((SELECT actor_reads_all())
  OR owner = ANY ((SELECT actor_reads_facts_of())::bigint[])
  OR id IN (SELECT evidence FROM digital_evidence WHERE assessment IN (SELECT assessment FROM digital_review
    WHERE assessor = (SELECT actor_account()) AND state IN ('accepted', 'finished'))));

CALL audit_table('digital_assessment');
CALL audit_table('digital_evidence', 'assessment,question,evidence');
CALL audit_table('digital_review');
