-- What is public of an achievement beside its entry in the catalogue: when it was handed in, registered and
-- chosen, what its readiness rests on, and how it was evaluated where its holders let that be known. Nobody
-- gets to read a table for it: functions tell what is public, of what stands in the catalogue, and no more.

-- Evaluations whose grades the holders let everybody know.
CREATE TABLE evaluation_open (
  evaluation bigint PRIMARY KEY REFERENCES evaluation,
  keeper bigint NOT NULL REFERENCES organisation,
  opened timestamptz NOT NULL DEFAULT now(),
  opened_by bigint DEFAULT actor_account(),
  opened_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), '')
);
ALTER TABLE evaluation_open ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON evaluation_open FOR SELECT USING ((SELECT actor_reads_all())
  OR keeper = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY open ON evaluation_open FOR INSERT WITH CHECK (((SELECT actor_writes_all())
    OR keeper = ANY ((SELECT actor_writes_facts_of())::bigint[]))
  AND EXISTS (SELECT FROM evaluation e WHERE e.id = evaluation_open.evaluation
    AND e.keeper = evaluation_open.keeper AND e.state = 'finished'));
CREATE POLICY close ON evaluation_open FOR DELETE USING ((SELECT actor_writes_all())
  OR keeper = ANY ((SELECT actor_writes_facts_of())::bigint[]));
REVOKE UPDATE ON evaluation_open FROM ${app};
CALL audit_table('evaluation_open', 'evaluation');

-- What became of it, with days. That a version was sent back, refused or taken back, and who had a hand in
-- anything, is nobody's business. What was registered elsewhere before was not handed in here.
CREATE FUNCTION catalogue_history(wanted bigint) RETURNS TABLE (what text, day date, detail text, plan bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
  SELECT s.what, s.day, s.detail, s.plan FROM catalogue_entry c CROSS JOIN LATERAL (
    SELECT 'handed_in' AS what, v.made::date AS day, '' AS detail, NULL::bigint AS plan, 1 AS place FROM achievement_version v
      WHERE v.achievement = c.achievement AND v.outcome = 'registered' AND v.made::date <= c.registered_on
    UNION ALL
    SELECT 'registered', c.registered_on, c.number, NULL, 2
    UNION ALL
    SELECT 'chosen', p.published::date, p.year::text, p.id, 3
      FROM plan_candidate k JOIN preferred_plan p ON p.id = k.plan
      WHERE k.achievement = c.achievement AND k.chosen AND p.published IS NOT NULL
  ) AS s WHERE c.achievement = wanted ORDER BY s.day, s.place
$$;

-- What its readiness rests on, as it was filled in: no file, and nothing above the level that was reached.
CREATE FUNCTION catalogue_maturity(wanted bigint) RETURNS TABLE (level integer, day text, assessor text, evidence jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
  SELECT c.trl, coalesce(a.form ->> 'trl_on', ''), coalesce(a.form ->> 'trl_assessor', ''),
    (SELECT coalesce(jsonb_object_agg(n::text, a.form ->> ('trl_evidence.' || n)), '{}') FROM generate_series(1, c.trl) AS n
      WHERE a.form ->> ('trl_evidence.' || n) <> '')
  FROM catalogue_entry c JOIN achievement a ON a.id = c.achievement WHERE c.achievement = wanted AND c.trl IS NOT NULL
$$;

-- How it was evaluated, by dimension: not by whom, why, or with what conclusion.
CREATE FUNCTION catalogue_evaluations(wanted bigint) RETURNS TABLE (day date, grades jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
  SELECT e.changed::date, (SELECT coalesce(jsonb_object_agg(substr(g.key, 7), g.value), '{}')
    FROM jsonb_each_text(e.answers) AS g WHERE starts_with(g.key, 'grade.'))
  FROM evaluation_open o JOIN evaluation e ON e.id = o.evaluation JOIN catalogue_entry c ON c.achievement = e.achievement
  WHERE c.achievement = wanted AND e.state = 'finished' ORDER BY 1, e.id
$$;
