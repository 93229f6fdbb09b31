-- What of the fact base can be found: names, kind and place of organisations, names and organisation
-- of people, identifiers of both. Changes of anything else, such as a row's version, are no news.

CREATE FUNCTION search_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    WITH changed AS (
      SELECT n.id, (n.name_zh, n.name_en) IS DISTINCT FROM (o.name_zh, o.name_en) AS renamed
      FROM new_rows n JOIN old_rows o USING (id)
      WHERE (n.name_zh, n.name_en, n.kind, n.region, n.district)
        IS DISTINCT FROM (o.name_zh, o.name_en, o.kind, o.region, o.district))
    INSERT INTO search_change (kind, subject)
      SELECT 'organisation', id FROM changed
      UNION ALL
      -- People are found by the organisation they work for, too.
      SELECT 'person', p.id FROM changed c JOIN person p ON p.organisation = c.id WHERE c.renamed;
  ELSE
    INSERT INTO search_change (kind, subject) SELECT 'organisation', id FROM new_rows;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION search_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO search_change (kind, subject)
      SELECT 'person', n.id FROM new_rows n JOIN old_rows o USING (id)
      WHERE (n.name_zh, n.name_en, n.organisation) IS DISTINCT FROM (o.name_zh, o.name_en, o.organisation);
  ELSE
    INSERT INTO search_change (kind, subject) SELECT 'person', id FROM new_rows;
  END IF;
  RETURN NULL;
END $$;

-- For rows of any table with a column `subject`.
CREATE FUNCTION search_subject() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  INSERT INTO search_change (kind, subject)
    SELECT s.kind, s.id FROM subject s
    WHERE s.id IN (SELECT subject FROM new_rows) AND s.kind IN ('organisation', 'person');
  RETURN NULL;
END $$;

CREATE FUNCTION search_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  INSERT INTO search_change (kind, subject)
    SELECT 'organisation', unnest(ARRAY[merged, survivor]) FROM new_rows WHERE in_force IS NOT NULL;
  RETURN NULL;
END $$;

-- A row that is deleted, which the node itself may not do, is an operator's doing.
CREATE FUNCTION search_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  INSERT INTO search_change (kind, subject) SELECT TG_TABLE_NAME, id FROM old_rows;
  RETURN NULL;
END $$;

CREATE TRIGGER search_insert AFTER INSERT ON organisation REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_organisation();
CREATE TRIGGER search_update AFTER UPDATE ON organisation
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_organisation();
CREATE TRIGGER search_delete AFTER DELETE ON organisation REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_gone();

CREATE TRIGGER search_insert AFTER INSERT ON person REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_person();
CREATE TRIGGER search_update AFTER UPDATE ON person
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_person();
CREATE TRIGGER search_delete AFTER DELETE ON person REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_gone();

CREATE TRIGGER search_insert AFTER INSERT ON identifier REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_subject();
CREATE TRIGGER search_update AFTER UPDATE ON identifier REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_subject();

CREATE TRIGGER search_insert AFTER INSERT ON merge REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_merge();
CREATE TRIGGER search_update AFTER UPDATE ON merge REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_merge();
