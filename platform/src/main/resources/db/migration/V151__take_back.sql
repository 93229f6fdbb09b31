-- Takes back what an import entered of organisations, people and works: all that nobody has used since. What
-- the node itself worked out of it, such as what titles a firm may ask for, goes with it.
CREATE INDEX achievement_work ON achievement (work) WHERE work IS NOT NULL;
CREATE INDEX simulation_firm_organisation ON simulation_firm (organisation);

CREATE OR REPLACE FUNCTION import_take_back(import bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
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
    AND NOT EXISTS (SELECT FROM achievement a WHERE a.work = m.subject)
    AND NOT EXISTS (SELECT FROM achievement_party a WHERE a.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM evidence e WHERE e.owner = m.subject)
    AND NOT EXISTS (SELECT FROM digital_assessment d WHERE d.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM rulebook_parameter r WHERE r.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM import_run r WHERE r.organisation = m.subject)
    AND NOT EXISTS (SELECT FROM organisation o WHERE o.id = m.subject AND o.version > 1)
    AND NOT EXISTS (SELECT FROM person p WHERE p.id = m.subject AND p.version > 1)
    AND NOT EXISTS (SELECT FROM work w WHERE w.id = m.subject AND w.version > 1);
  DELETE FROM judged_firm WHERE organisation = ANY (free);
  DELETE FROM judgement WHERE organisation = ANY (free);
  DELETE FROM judgement_past WHERE organisation = ANY (free);
  DELETE FROM held_title WHERE organisation = ANY (free);
  DELETE FROM simulation_firm WHERE organisation = ANY (free);
  DELETE FROM fact WHERE subject = ANY (free);
  DELETE FROM identifier WHERE subject = ANY (free);
  DELETE FROM organisation WHERE id = ANY (free);
  DELETE FROM person WHERE id = ANY (free);
  DELETE FROM work WHERE id = ANY (free);
  DELETE FROM subject WHERE id = ANY (free);
  DELETE FROM import_made WHERE run = import AND subject = ANY (free);
  RETURN cardinality(free);
END $$;
