-- The catalogue is narrowed by what its facets offer, and every such list is shown by day or title:
-- each facet that leaves few entries of many has an index that ends in the usual order.

-- One name of who registered it, to be counted and narrowed by; those without a Chinese name had none.
ALTER TABLE catalogue_entry ADD COLUMN organisation_name text NOT NULL
  GENERATED ALWAYS AS (CASE WHEN organisation_zh <> '' THEN organisation_zh ELSE organisation_en END) STORED;

-- Lists run backwards over both keys, which an index of one backwards and one forwards cannot serve.
DROP INDEX catalogue_entry_registered, catalogue_entry_organisation;
CREATE INDEX catalogue_entry_registered ON catalogue_entry (registered_on, achievement);
CREATE INDEX catalogue_entry_organisation ON catalogue_entry (organisation, registered_on, achievement);
CREATE INDEX catalogue_entry_year ON catalogue_entry (year, registered_on, achievement);
CREATE INDEX catalogue_entry_trl ON catalogue_entry (trl, registered_on, achievement);
CREATE INDEX catalogue_entry_district ON catalogue_entry (district, registered_on, achievement);
CREATE INDEX catalogue_entry_industry ON catalogue_entry (industry, registered_on, achievement);
CREATE INDEX catalogue_entry_name ON catalogue_entry (organisation_name, registered_on, achievement);
CREATE INDEX catalogue_entry_keywords ON catalogue_entry USING gin (keywords);

-- How often the catalogue has changed: the sum over all rows. What was counted of it holds as long as the
-- sum is the same. Every transaction counts in a row that no other one holds, so that none waits.
CREATE TABLE catalogue_change (
  slot integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  changes bigint NOT NULL
);
ALTER TABLE catalogue_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON catalogue_change FOR SELECT USING (true);
REVOKE INSERT, UPDATE, DELETE ON catalogue_change FROM ${app};

CREATE FUNCTION catalogue_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  UPDATE catalogue_change SET changes = changes + 1
    WHERE slot = (SELECT slot FROM catalogue_change FOR UPDATE SKIP LOCKED LIMIT 1);
  IF NOT FOUND THEN
    INSERT INTO catalogue_change (changes) VALUES (1);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON catalogue_entry
  FOR EACH STATEMENT EXECUTE FUNCTION catalogue_changed();

-- The catalogue shows an organisation as it is called and where it is now.
CREATE FUNCTION catalogue_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n JOIN old_rows o USING (id)
      WHERE (n.name_zh, n.name_en, n.district, n.lat_degrees, n.lon_degrees)
        IS DISTINCT FROM (o.name_zh, o.name_en, o.district, o.lat_degrees, o.lon_degrees)) THEN
    UPDATE catalogue_entry c SET organisation_zh = n.name_zh, organisation_en = n.name_en, district = n.district,
      lat_degrees = n.lat_degrees, lon_degrees = n.lon_degrees
    FROM new_rows n WHERE c.organisation = n.id
      AND (n.name_zh, n.name_en, n.district, n.lat_degrees, n.lon_degrees) IS DISTINCT FROM
        (c.organisation_zh, c.organisation_en, c.district, c.lat_degrees, c.lon_degrees);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER catalogue_update AFTER UPDATE ON organisation
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION catalogue_organisation();
