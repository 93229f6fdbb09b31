-- Whether a row may be read is asked of the achievement it belongs to, by its key: the whole table of
-- achievements was read before, a tenth of a second at a hundred thousand, for the versions of a single one.

ALTER POLICY read ON achievement_version
  USING (EXISTS (SELECT FROM achievement a WHERE a.id = achievement_version.achievement));
ALTER POLICY enter ON achievement_version
  WITH CHECK (EXISTS (SELECT FROM achievement a WHERE a.id = achievement_version.achievement));
ALTER POLICY decide ON achievement_version
  USING (EXISTS (SELECT FROM achievement a WHERE a.id = achievement_version.achievement));
ALTER POLICY read_open ON achievement_key
  USING ((SELECT actor_signed_in())
    AND EXISTS (SELECT FROM catalogue_entry c WHERE c.achievement = achievement_key.achievement));
