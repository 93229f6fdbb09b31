-- What the matching index has still to hear of: entries of the catalogue that came, changed or went.
-- As with the search index (V050), a change is noted in its own transaction and struck off only when
-- the index that has it is kept for good.
CREATE TABLE match_change (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  achievement bigint NOT NULL
);

-- Which index these tables are in step with; the index carries the same in its commits.
CREATE TABLE match_state (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  epoch text NOT NULL DEFAULT '',          -- drawn anew whenever the index is begun anew
  applied bigint NOT NULL DEFAULT 0        -- batches of changes applied since
);
INSERT INTO match_state DEFAULT VALUES;

-- Derived from what is public already; nobody but the node itself has business here.
ALTER TABLE match_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_state ENABLE ROW LEVEL SECURITY;
CREATE POLICY node ON match_change USING ((SELECT actor_is_system()));
CREATE POLICY node ON match_state USING ((SELECT actor_is_system()));

CREATE FUNCTION match_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO match_change (achievement) SELECT achievement FROM old_rows;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO match_change (achievement)
      SELECT n.achievement FROM new_rows n JOIN old_rows o USING (achievement)
      WHERE (n.title_zh, n.title_en, n.keywords, n.summary, n.industry, n.people, n.organisation)
        IS DISTINCT FROM (o.title_zh, o.title_en, o.keywords, o.summary, o.industry, o.people, o.organisation);
  ELSE
    INSERT INTO match_change (achievement) SELECT achievement FROM new_rows;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER match_insert AFTER INSERT ON catalogue_entry REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION match_entry();
CREATE TRIGGER match_update AFTER UPDATE ON catalogue_entry
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION match_entry();
CREATE TRIGGER match_delete AFTER DELETE ON catalogue_entry REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION match_entry();
