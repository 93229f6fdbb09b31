-- What is derived from an achievement's form goes with the achievement, as before, but by one
-- statement for all that are deleted together. A foreign key looked up the achievement once more for
-- every derived row that was written, a dozen an achievement.
ALTER TABLE achievement_party DROP CONSTRAINT achievement_party_achievement_fkey;
ALTER TABLE achievement_key DROP CONSTRAINT achievement_key_achievement_fkey;

CREATE FUNCTION achievement_derived_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  DELETE FROM achievement_party WHERE achievement IN (SELECT id FROM old_rows);
  DELETE FROM achievement_key WHERE achievement IN (SELECT id FROM old_rows);
  RETURN NULL;
END $$;
CREATE TRIGGER derived_gone AFTER DELETE ON achievement REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION achievement_derived_gone();
