-- What people decided about offers that matching found for a need: what matching learns from. Never what was
-- only shown. A decision stays when the offer goes; it teaches nothing then.
CREATE TABLE match_decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  need text NOT NULL,                      -- digest of title and text
  title text NOT NULL,
  text text NOT NULL DEFAULT '',
  achievement bigint NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('accepted', 'terms', 'early', 'demands', 'unrelated')),
  words text NOT NULL DEFAULT '',
  decided timestamptz NOT NULL DEFAULT clock_timestamp(),
  decided_by bigint NOT NULL DEFAULT actor_account(),
  decided_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  UNIQUE (need, achievement, decided_by)
);
CREATE INDEX match_decision_by ON match_decision (decided_by, decided);

-- A need is its asker's business: their own, and the bureau's and the auditors'.
ALTER TABLE match_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON match_decision FOR SELECT USING ((SELECT actor_reads_all())
  OR decided_by = (SELECT actor_account()));
CREATE POLICY decide ON match_decision USING (decided_by = (SELECT actor_account()));
REVOKE DELETE ON match_decision FROM ${app};
CALL audit_table('match_decision');
