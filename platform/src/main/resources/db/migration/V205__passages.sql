-- Achievements that share passages: keys of their summaries by the matching engine, about one for eight signs.
-- Derived from forms beside other work, since entering many must not wait for it.
CREATE TABLE achievement_passage (
  key bigint NOT NULL,
  achievement bigint NOT NULL,
  keeper bigint NOT NULL,
  PRIMARY KEY (key, achievement)
);
CREATE INDEX achievement_passage_achievement ON achievement_passage (achievement);

-- Whose keys are to be made anew: a queue.
CREATE TABLE passage_due (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  achievement bigint NOT NULL
);
INSERT INTO passage_due (achievement) SELECT id FROM achievement ORDER BY id;

-- As with the other keys: those of one's own, and of what is public.
ALTER TABLE achievement_passage ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON achievement_passage FOR SELECT USING ((SELECT actor_reads_all())
  OR keeper = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY read_open ON achievement_passage FOR SELECT USING ((SELECT actor_signed_in())
  AND EXISTS (SELECT FROM catalogue_entry c WHERE c.achievement = achievement_passage.achievement));
CREATE POLICY node ON achievement_passage USING ((SELECT actor_is_system()));
ALTER TABLE passage_due ENABLE ROW LEVEL SECURITY;
CREATE POLICY node ON passage_due USING ((SELECT actor_is_system()));

CREATE FUNCTION achievement_passages_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO passage_due (achievement) SELECT id FROM new_rows WHERE form ->> 'summary' <> '';
  ELSE
    INSERT INTO passage_due (achievement) SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
      WHERE n.form ->> 'summary' IS DISTINCT FROM o.form ->> 'summary';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER passages_insert AFTER INSERT ON achievement REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION achievement_passages_due();
CREATE TRIGGER passages_update AFTER UPDATE ON achievement
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION achievement_passages_due();

CREATE OR REPLACE FUNCTION achievement_derived_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  DELETE FROM achievement_party WHERE achievement IN (SELECT id FROM old_rows);
  DELETE FROM achievement_key WHERE achievement IN (SELECT id FROM old_rows);
  DELETE FROM achievement_passage WHERE achievement IN (SELECT id FROM old_rows);
  RETURN NULL;
END $$;
