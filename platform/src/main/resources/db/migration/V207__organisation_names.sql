-- What an organisation is called beside its name: in English, formerly, and as it is compared, without width,
-- case and blanks. Whoever types or imports a name means the same organisation by any of them.
CREATE FUNCTION organisation_name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(normalize(name, NFKC)), '[\s·・.,，]+', '', 'g') COLLATE "C"
$$;

CREATE TABLE organisation_other_name (
  key text COLLATE "C" NOT NULL,
  organisation bigint NOT NULL,
  name text NOT NULL,
  former boolean NOT NULL,
  PRIMARY KEY (key, organisation, former)
);
CREATE INDEX organisation_other_name_of ON organisation_other_name (organisation);
ALTER TABLE organisation_other_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON organisation_other_name FOR SELECT
  USING ((SELECT actor_signed_in()) OR (SELECT actor_is_system()));
REVOKE INSERT, UPDATE, DELETE ON organisation_other_name FROM ${app};

CREATE FUNCTION organisation_names_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM organisation_other_name a USING new_rows n JOIN old_rows o USING (id)
      WHERE a.organisation = n.id AND NOT a.former AND (n.name_zh, n.name_en) IS DISTINCT FROM (o.name_zh, o.name_en);
    INSERT INTO organisation_other_name (key, organisation, name, former)
      SELECT organisation_name_key(was.name), o.id, min(was.name), true FROM old_rows o JOIN new_rows n USING (id)
      CROSS JOIN LATERAL (VALUES (o.name_zh, n.name_zh), (o.name_en, n.name_en)) AS was (name, now)
      WHERE was.name <> '' AND was.name <> was.now AND organisation_name_key(was.name) <> ''
      GROUP BY o.id, organisation_name_key(was.name)
      ON CONFLICT DO NOTHING;
  END IF;
  INSERT INTO organisation_other_name (key, organisation, name, former)
    SELECT organisation_name_key(called.name), n.id, min(called.name), false FROM new_rows n
    CROSS JOIN LATERAL (VALUES (n.name_zh), (n.name_en)) AS called (name)
    WHERE called.name <> '' AND organisation_name_key(called.name) NOT IN ('', n.name)
    GROUP BY n.id, organisation_name_key(called.name)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER names_insert AFTER INSERT ON organisation REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION organisation_names_kept();
CREATE TRIGGER names_update AFTER UPDATE ON organisation
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION organisation_names_kept();
CREATE FUNCTION organisation_names_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  DELETE FROM organisation_other_name WHERE organisation IN (SELECT id FROM old_rows);
  RETURN NULL;
END $$;
CREATE TRIGGER names_delete AFTER DELETE ON organisation REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION organisation_names_gone();

-- A former name may also be entered as a fact of its time.
CREATE FUNCTION organisation_name_fact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  WITH entered AS (
    INSERT INTO organisation_other_name (key, organisation, name, former)
      SELECT organisation_name_key(f.value_text), f.subject, min(f.value_text), true FROM new_rows f
      JOIN organisation o ON o.id = f.subject
      WHERE f.attribute IN (SELECT id FROM attribute WHERE key IN ('registered_name', 'registered_name_en'))
        AND f.superseded = 0 AND NOT f.internal AND f.value_text NOT IN (o.name_zh, o.name_en)
        AND upper(f.valid) <= CURRENT_DATE AND organisation_name_key(f.value_text) <> ''
      GROUP BY f.subject, organisation_name_key(f.value_text)
      ON CONFLICT DO NOTHING RETURNING organisation)
  INSERT INTO search_change (kind, subject) SELECT DISTINCT 'organisation', organisation FROM entered;
  RETURN NULL;
END $$;
CREATE TRIGGER names_insert AFTER INSERT ON fact REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION organisation_name_fact();

INSERT INTO organisation_other_name (key, organisation, name, former)
  SELECT organisation_name_key(called.name), o.id, min(called.name), false FROM organisation o
  CROSS JOIN LATERAL (VALUES (o.name_zh), (o.name_en)) AS called (name)
  WHERE called.name <> '' AND organisation_name_key(called.name) NOT IN ('', o.name)
  GROUP BY o.id, organisation_name_key(called.name);
WITH entered AS (
  INSERT INTO organisation_other_name (key, organisation, name, former)
    SELECT organisation_name_key(f.value_text), f.subject, min(f.value_text), true FROM fact f
    JOIN organisation o ON o.id = f.subject
    WHERE f.attribute IN (SELECT id FROM attribute WHERE key IN ('registered_name', 'registered_name_en'))
      AND f.superseded = 0 AND NOT f.internal AND f.value_text NOT IN (o.name_zh, o.name_en)
      AND upper(f.valid) <= CURRENT_DATE AND organisation_name_key(f.value_text) <> ''
    GROUP BY f.subject, organisation_name_key(f.value_text) RETURNING organisation)
INSERT INTO search_change (kind, subject) SELECT DISTINCT 'organisation', organisation FROM entered;

-- The organisations that words mean: the one of that name, the older of two; else the only one that is or was
-- called so. Where several were, none is meant.
CREATE FUNCTION organisations_named(words text[]) RETURNS TABLE (word text, id bigint) LANGUAGE sql STABLE AS $$
  WITH exact AS (
    SELECT o.name AS word, min(o.id) AS id FROM organisation o WHERE o.name COLLATE "C" = ANY (words) GROUP BY o.name),
  rest AS (
    SELECT w.word, organisation_name_key(w.word) AS key FROM unnest(words) AS w (word)
    WHERE w.word <> '' AND NOT EXISTS (SELECT FROM exact e WHERE e.word = w.word)),
  other AS (
    SELECT r.word, a.organisation AS id, a.former FROM rest r JOIN organisation_other_name a ON a.key = r.key
    UNION SELECT r.word, o.id, false FROM rest r JOIN organisation o ON o.name COLLATE "C" = r.key)
  SELECT e.word, e.id FROM exact e
  UNION ALL
  SELECT t.word, min(t.id) FROM other t
  WHERE NOT t.former OR NOT EXISTS (SELECT FROM other u WHERE u.word = t.word AND NOT u.former)
  GROUP BY t.word HAVING count(DISTINCT t.id) = 1
$$;
