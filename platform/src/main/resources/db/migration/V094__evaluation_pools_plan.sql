-- What happens to achievements after they are registered: evaluation by named people, pools with a
-- clock, the preferred plan of a year. Each keeps the title and the keeper as they were, so that it can
-- be read by those who may not read the form.

CREATE TABLE evaluation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  achievement bigint NOT NULL REFERENCES achievement,
  keeper bigint NOT NULL REFERENCES organisation,
  title text NOT NULL,
  work_class text NOT NULL,
  purpose text NOT NULL DEFAULT '',
  evaluator bigint NOT NULL REFERENCES account,
  evaluator_as text NOT NULL,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'accepted', 'declined', 'finished')),
  asked timestamptz NOT NULL DEFAULT now(),
  asked_by bigint DEFAULT actor_account(),
  asked_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  due date NOT NULL,
  answers jsonb NOT NULL DEFAULT '{}',     -- grade.<dimension>, reason.<dimension>, conclusion, why
  edit bigint NOT NULL DEFAULT 1,
  changed timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX evaluation_evaluator ON evaluation (evaluator, state, due);
CREATE INDEX evaluation_achievement ON evaluation (achievement);
CREATE UNIQUE INDEX evaluation_open_once ON evaluation (achievement, evaluator) WHERE state IN ('asked', 'accepted');

ALTER TABLE evaluation ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON evaluation FOR SELECT USING ((SELECT actor_reads_all()) OR evaluator = (SELECT actor_account())
  OR (state = 'finished' AND keeper = ANY ((SELECT actor_reads_facts_of())::bigint[])));
CREATE POLICY ask ON evaluation FOR INSERT WITH CHECK ((SELECT actor_writes_all()));
CREATE POLICY answer ON evaluation FOR UPDATE USING (evaluator = (SELECT actor_account()) AND state IN ('asked', 'accepted'))
  WITH CHECK (evaluator = (SELECT actor_account()));
REVOKE UPDATE, DELETE ON evaluation FROM ${app};
GRANT UPDATE (state, answers, edit, changed) ON evaluation TO ${app};
CALL audit_table('evaluation');

-- Evaluators read the form once they declared that they have no stake in it.
ALTER POLICY read ON achievement USING ((SELECT actor_reads_all())
  OR organisation = ANY ((SELECT actor_reads_facts_of())::bigint[])
  OR id IN (SELECT achievement FROM achievement_advice WHERE adviser = (SELECT actor_account()))
  OR id IN (SELECT achievement FROM evaluation WHERE evaluator = (SELECT actor_account()) AND state IN ('accepted', 'finished')));

CREATE TABLE pool_stay (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  achievement bigint NOT NULL REFERENCES achievement,
  keeper bigint NOT NULL REFERENCES organisation,
  title text NOT NULL,
  pool text NOT NULL CHECK (pool IN ('key', 'concept', 'pilot')),
  entered date NOT NULL,
  entered_by bigint DEFAULT actor_account(),
  entered_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  reason text NOT NULL CHECK (reason <> ''),
  until date NOT NULL,
  left_on date,
  left_by bigint,
  left_as text NOT NULL DEFAULT '',
  outcome text CHECK (outcome IN ('reached', 'moved', 'stopped', 'expired')),
  left_reason text NOT NULL DEFAULT '',
  CHECK ((left_on IS NULL) = (outcome IS NULL)),
  CHECK (left_on IS NULL OR left_reason <> '')
);
CREATE UNIQUE INDEX pool_stay_once ON pool_stay (achievement, pool) WHERE left_on IS NULL;
CREATE INDEX pool_stay_until ON pool_stay (pool, until, id) WHERE left_on IS NULL;

ALTER TABLE pool_stay ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON pool_stay FOR SELECT USING ((SELECT actor_reads_all())
  OR keeper = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY write ON pool_stay USING ((SELECT actor_writes_all()));
REVOKE UPDATE, DELETE ON pool_stay FROM ${app};
GRANT UPDATE (left_on, left_by, left_as, outcome, left_reason) ON pool_stay TO ${app};
CALL audit_table('pool_stay');

CREATE TABLE preferred_plan (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year integer NOT NULL UNIQUE CHECK (year BETWEEN 2000 AND 2999),
  opened timestamptz NOT NULL DEFAULT now(),
  published timestamptz,
  published_as text NOT NULL DEFAULT ''
);

CREATE TABLE plan_candidate (
  plan bigint NOT NULL REFERENCES preferred_plan,
  achievement bigint NOT NULL REFERENCES achievement,
  keeper bigint NOT NULL REFERENCES organisation,
  title text NOT NULL,
  number text NOT NULL,
  keeper_name text NOT NULL,
  proposed text NOT NULL CHECK (proposed <> ''),  -- why it was proposed
  proposed_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  chosen boolean,
  reason text NOT NULL DEFAULT '',         -- why it was chosen, or not
  decided_as text NOT NULL DEFAULT '',
  PRIMARY KEY (plan, achievement),
  CHECK (chosen IS NULL OR reason <> '')
);

ALTER TABLE preferred_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON preferred_plan FOR SELECT USING ((SELECT actor_reads_all()) OR published IS NOT NULL);
CREATE POLICY write ON preferred_plan USING ((SELECT actor_writes_all()));
REVOKE DELETE ON preferred_plan FROM ${app};
ALTER TABLE plan_candidate ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON plan_candidate FOR SELECT USING ((SELECT actor_reads_all())
  OR ((chosen OR keeper = ANY ((SELECT actor_reads_facts_of())::bigint[]))
    AND plan IN (SELECT id FROM preferred_plan WHERE published IS NOT NULL)));
CREATE POLICY write ON plan_candidate USING ((SELECT actor_writes_all()));
CALL audit_table('preferred_plan');
CALL audit_table('plan_candidate', 'plan,achievement');
