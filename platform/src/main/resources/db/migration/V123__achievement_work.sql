-- A registered achievement is a work of the fact base, so that all that reads facts sees it.
ALTER TABLE achievement ADD COLUMN work bigint REFERENCES work;
CREATE INDEX achievement_without_work ON achievement (id) WHERE state = 'registered' AND work IS NULL;

-- As before; what was entered as works is marked as withdrawn, since facts may lean on it by now.
CREATE OR REPLACE FUNCTION import_take_back_achievements(import bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
DECLARE
  works bigint[];
  gone bigint;
BEGIN
  IF (SELECT made_by FROM import_run WHERE id = import) IS DISTINCT FROM actor_account() AND NOT actor_is_system() THEN
    RAISE EXCEPTION 'not the importer''s own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH deleted AS (DELETE FROM achievement WHERE import_run = import AND edit = 1 AND version = 0 RETURNING work)
  SELECT count(*), array_agg(work) FILTER (WHERE work IS NOT NULL) INTO gone, works FROM deleted;
  UPDATE work SET status = 'withdrawn', version = version + 1, changed = now() WHERE id = ANY (works);
  RETURN gone;
END $$;
