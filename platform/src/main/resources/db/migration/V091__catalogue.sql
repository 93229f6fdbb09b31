-- What holders made public of registered achievements: all that somebody without a role may read.
CREATE TABLE catalogue_entry (
  achievement bigint PRIMARY KEY REFERENCES achievement ON DELETE CASCADE,
  number text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  work_class text NOT NULL,
  industry text NOT NULL,
  level text NOT NULL,
  trl integer,
  keywords text[] NOT NULL,
  summary text NOT NULL,
  people jsonb NOT NULL,                   -- name, organisation, part
  holders jsonb NOT NULL,                  -- name, share
  rights jsonb NOT NULL,                   -- kind, number, title, status
  organisation bigint NOT NULL,            -- whose people registered it
  organisation_zh text NOT NULL,
  organisation_en text NOT NULL,
  district text NOT NULL,
  lat_degrees double precision,
  lon_degrees double precision,
  registered_on date NOT NULL,
  year integer NOT NULL GENERATED ALWAYS AS (extract(year FROM registered_on)::integer) STORED,
  title text NOT NULL GENERATED ALWAYS AS (CASE WHEN title_zh <> '' THEN title_zh ELSE title_en END) STORED
);
CREATE INDEX catalogue_entry_registered ON catalogue_entry (registered_on DESC, achievement);
CREATE INDEX catalogue_entry_title ON catalogue_entry (title COLLATE "C", achievement);
CREATE INDEX catalogue_entry_organisation ON catalogue_entry (organisation, registered_on DESC);

ALTER TABLE catalogue_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON catalogue_entry FOR SELECT USING (true);
CREATE POLICY write ON catalogue_entry USING ((SELECT actor_writes_all())
  OR organisation = ANY ((SELECT actor_writes_facts_of())::bigint[]));

-- The search index hears of achievements: their names, people and numbers.
CREATE FUNCTION search_achievement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO search_change (kind, subject) SELECT 'achievement', id FROM old_rows;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO search_change (kind, subject)
      SELECT 'achievement', n.id FROM new_rows n JOIN old_rows o USING (id)
      WHERE (n.form, n.state, n.open, n.number) IS DISTINCT FROM (o.form, o.state, o.open, o.number);
  ELSE
    INSERT INTO search_change (kind, subject) SELECT 'achievement', id FROM new_rows;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_insert AFTER INSERT ON achievement REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_achievement();
CREATE TRIGGER search_update AFTER UPDATE ON achievement
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_achievement();
CREATE TRIGGER search_delete AFTER DELETE ON achievement REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_achievement();

-- A list of a form, its rows as objects, in order.
CREATE FUNCTION achievement_rows(form jsonb, list text, names text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_agg(fields ORDER BY place), '[]'::jsonb) FROM (
    SELECT split_part(f.key, '.', 2)::integer AS place, jsonb_object_agg(split_part(f.key, '.', 3), f.value) AS fields
    FROM jsonb_each_text(form) AS f
    WHERE split_part(f.key, '.', 1) = list AND split_part(f.key, '.', 3) = ANY (names)
    GROUP BY 1) AS rows
$$;
