-- Numbers that documents leave to the operator, such as weights that were published for one city alone.
-- Rulebooks ask for them by name; a number for one firm goes before the one for all. A number is ended,
-- never changed, so that what was judged by it can be judged by it again.
CREATE TABLE rulebook_parameter (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  organisation bigint REFERENCES organisation,  -- null: for all firms
  value numeric NOT NULL,
  source text NOT NULL CHECK (source <> ''),
  recorded tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL) CHECK (NOT isempty(recorded)),
  entered_by bigint DEFAULT actor_account(),
  entered_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  closed_as text
);
CREATE UNIQUE INDEX rulebook_parameter_now ON rulebook_parameter (name, coalesce(organisation, 0))
  WHERE upper_inf(recorded);
CREATE INDEX rulebook_parameter_organisation ON rulebook_parameter (organisation) WHERE organisation IS NOT NULL;

-- A firm with a number of its own is judged anew; when a number for all changes, all are, by a job.
CREATE FUNCTION judgement_parameter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  INSERT INTO judgement_due (organisation)
    SELECT DISTINCT organisation FROM new_rows WHERE organisation IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER judgement_insert AFTER INSERT ON rulebook_parameter REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION judgement_parameter();
CREATE TRIGGER judgement_update AFTER UPDATE ON rulebook_parameter REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION judgement_parameter();

ALTER TABLE rulebook_parameter ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON rulebook_parameter FOR SELECT USING ((organisation IS NULL AND (SELECT actor_signed_in()))
  OR (SELECT actor_reads_all()) OR organisation = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY enter ON rulebook_parameter FOR INSERT WITH CHECK ((SELECT actor_writes_all())
  AND entered_by IS NOT DISTINCT FROM (SELECT actor_account()));
CREATE POLICY close ON rulebook_parameter FOR UPDATE USING ((SELECT actor_writes_all()));
REVOKE UPDATE, DELETE ON rulebook_parameter FROM ${app};
GRANT UPDATE (recorded, closed_as) ON rulebook_parameter TO ${app};

CALL audit_table('rulebook_parameter');
