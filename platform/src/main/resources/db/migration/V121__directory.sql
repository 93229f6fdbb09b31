-- Places of innovation are organisations of kinds of their own; and what somebody looks for again and
-- again, kept under a name.
ALTER TABLE organisation DROP CONSTRAINT organisation_kind_check;
ALTER TABLE organisation ADD CONSTRAINT organisation_kind_check CHECK (kind IN ('enterprise', 'university',
  'institute', 'hospital', 'government', 'finance', 'intermediary', 'park', 'laboratory', 'centre',
  'incubator', 'pilot_platform', 'joint_laboratory', 'fund', 'other'));

CREATE TABLE saved_search (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account bigint NOT NULL DEFAULT actor_account() REFERENCES account ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 100),
  address text NOT NULL CHECK (address ~ '^/' AND length(address) <= 2000), -- a page of this node with its query
  made timestamptz NOT NULL DEFAULT now(),
  UNIQUE (account, name)
);

ALTER TABLE saved_search ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON saved_search USING (account = (SELECT actor_account()));
CALL audit_table('saved_search');
