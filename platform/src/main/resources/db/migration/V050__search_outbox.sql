-- What the search index has still to hear of. Triggers on the source tables note here, in the same
-- transaction as the change, what changed; the node reads the subject anew, puts it into the index,
-- commits the index and only then strikes the row off. So a crash anywhere leaves rows to be done
-- again, which does no harm, and never a change forgotten. Rows are taken as they become visible, in
-- no order: numbers of transactions that commit late cannot be passed over.
CREATE TABLE search_change (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  subject bigint NOT NULL
);

-- Which index these tables are in step with; the index carries the same in its commits.
CREATE TABLE search_state (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  epoch text NOT NULL DEFAULT '',          -- drawn anew with every full build of the index
  applied bigint NOT NULL DEFAULT 0        -- batches of changes applied since
);
INSERT INTO search_state DEFAULT VALUES;

-- Derived from what is audited already; nobody but the node itself has business here.
ALTER TABLE search_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_state ENABLE ROW LEVEL SECURITY;
CREATE POLICY node ON search_change USING ((SELECT actor_is_system()));
CREATE POLICY node ON search_state USING ((SELECT actor_is_system()));
