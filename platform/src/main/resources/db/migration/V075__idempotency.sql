-- Answers to requests with an Idempotency-Key, kept for a day, so that a request sent twice is done
-- once. Not audited: what a request changes is audited where it changes it.

CREATE TABLE idempotency (
  account bigint NOT NULL,
  key text NOT NULL CHECK (length(key) <= 200),
  request text NOT NULL,                   -- method and path
  digest text NOT NULL,                    -- of the body
  status integer,                          -- null: being worked on
  content_type text,
  location text,
  body bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, key)
);
CREATE INDEX idempotency_created ON idempotency (created_at);

ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON idempotency USING (account = (SELECT actor_account()))
  WITH CHECK (account = (SELECT actor_account()));
-- The node itself tidies up.
CREATE POLICY tidy ON idempotency FOR DELETE USING ((SELECT actor_is_system()));
CREATE POLICY see ON idempotency FOR SELECT USING ((SELECT actor_is_system()));
