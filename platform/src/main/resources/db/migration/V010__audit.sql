-- The audit log: every change of an audited table leaves an entry, whoever made it and however.
--
-- Triggers put changes into audit_pending; at commit, and not before, they are numbered, chained and
-- moved to audit_entry. So the chain's head is locked only while a transaction commits, and two
-- writers cannot block each other for longer than that, or in opposite order.

CREATE TABLE audit_entry (
  number bigint PRIMARY KEY,               -- 1, 2, 3 … without a gap
  at timestamptz NOT NULL,
  account bigint,                          -- null: the node itself, or nobody yet
  actor text NOT NULL,                     -- the name as it was then
  origin text NOT NULL,                    -- network address, or the command
  action text NOT NULL,                    -- insert, update, delete, or an event such as sign-in
  subject text NOT NULL,                   -- the table, or what the event is about
  subject_key text NOT NULL,
  before jsonb,
  after jsonb,
  hash bytea NOT NULL                      -- SHA-256 of the hash before it and audit_content
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, subject_key, number);
CREATE INDEX audit_entry_account ON audit_entry (account, number);
CREATE INDEX audit_entry_at ON audit_entry (at, number);

-- How far the chain reaches, so that entries missing at its end are missed.
CREATE TABLE audit_head (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  number bigint NOT NULL,
  hash bytea NOT NULL
);
INSERT INTO audit_head (number, hash) VALUES (0, sha256('ronghe'::bytea));

-- Rows live here only inside a transaction that is not over: nothing is lost when a crash empties it.
CREATE UNLOGGED TABLE audit_pending (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  account bigint DEFAULT actor_account(),
  actor text NOT NULL DEFAULT coalesce(nullif(current_setting('ronghe.actor', true), ''), session_user),
  origin text NOT NULL DEFAULT coalesce(current_setting('ronghe.origin', true), ''),
  action text NOT NULL,
  subject text NOT NULL,
  subject_key text NOT NULL,
  before jsonb,
  after jsonb
);
CREATE INDEX audit_pending_transaction ON audit_pending (transaction, id);

-- What the hash is made of: the same text for the same entry, on every server.
CREATE FUNCTION audit_content(e audit_entry) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(e.number, (extract(epoch FROM e.at) * 1000000)::bigint, e.account, e.actor,
    e.origin, e.action, e.subject, e.subject_key, e.before, e.after)::text
$$;

CREATE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
DECLARE
  pending audit_pending;
  entry audit_entry;
  last audit_head;
BEGIN
  -- The first of a transaction's entries seals them all.
  PERFORM 1 FROM audit_pending WHERE id = NEW.id;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT * INTO last FROM audit_head FOR UPDATE;
  FOR pending IN
    SELECT * FROM audit_pending WHERE transaction = pg_current_xact_id() ORDER BY id
  LOOP
    last.number := last.number + 1;
    entry := ROW(last.number, pending.at, pending.account, pending.actor, pending.origin, pending.action,
      pending.subject, pending.subject_key, pending.before, pending.after, NULL);
    last.hash := sha256(last.hash || convert_to(audit_content(entry), 'UTF8'));
    entry.hash := last.hash;
    INSERT INTO audit_entry VALUES (entry.*);
  END LOOP;
  UPDATE audit_head SET number = last.number, hash = last.hash;
  DELETE FROM audit_pending WHERE transaction = pg_current_xact_id();
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER audit_seal AFTER INSERT ON audit_pending
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal();

-- Appended to and read, never changed: not even by the owner in passing.
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

-- The trigger of an audited table. Arguments: its key columns with commas, its secret columns with
-- commas (their values appear as "•"; that they changed is still seen).
CREATE FUNCTION audit_row(row_value jsonb, secret text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN secret = '{}' THEN row_value ELSE
    (SELECT jsonb_object_agg(key, CASE WHEN key = ANY (secret) AND value <> 'null' THEN to_jsonb('•'::text)
      ELSE value END) FROM jsonb_each(row_value)) END
$$;

CREATE FUNCTION audit_key(row_value jsonb, keys text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(row_value ->> key, '/' ORDER BY place) FROM unnest(keys) WITH ORDINALITY AS k (key, place)
$$;

CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
DECLARE
  keys text[] := string_to_array(TG_ARGV[0], ',');
  secret text[] := string_to_array(TG_ARGV[1], ',');
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_pending (action, subject, subject_key, after)
      SELECT 'insert', TG_TABLE_NAME, audit_key(v, keys), audit_row(v, secret)
      FROM (SELECT to_jsonb(n) AS v FROM new_rows n) AS rows;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO audit_pending (action, subject, subject_key, before)
      SELECT 'delete', TG_TABLE_NAME, audit_key(v, keys), audit_row(v, secret)
      FROM (SELECT to_jsonb(o) AS v FROM old_rows o) AS rows;
  ELSE
    -- A changed key is a row that went and a row that came.
    INSERT INTO audit_pending (action, subject, subject_key, before, after)
      SELECT CASE WHEN o.v IS NULL THEN 'insert' WHEN n.v IS NULL THEN 'delete' ELSE 'update' END,
        TG_TABLE_NAME, coalesce(n.k, o.k), audit_row(o.v, secret), audit_row(n.v, secret)
      FROM (SELECT v, audit_key(v, keys) AS k FROM (SELECT to_jsonb(r) AS v FROM old_rows r) AS x) AS o
      FULL JOIN (SELECT v, audit_key(v, keys) AS k FROM (SELECT to_jsonb(r) AS v FROM new_rows r) AS x) AS n
        ON o.k = n.k
      WHERE o.v IS DISTINCT FROM n.v;
  END IF;
  RETURN NULL;
END $$;

-- Makes a table audited. To be called by the migration that creates it.
CREATE PROCEDURE audit_table(name text, keys text DEFAULT 'id', secret text DEFAULT '') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
    'FOR EACH STATEMENT EXECUTE FUNCTION audit_change(%L, %L)', name, keys, secret);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows '
    'FOR EACH STATEMENT EXECUTE FUNCTION audit_change(%L, %L)', name, keys, secret);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows '
    'FOR EACH STATEMENT EXECUTE FUNCTION audit_change(%L, %L)', name, keys, secret);
END $$;
REVOKE EXECUTE ON PROCEDURE audit_table FROM public, ${app};

-- What is no change of a table: sign-in, export, backup.
CREATE FUNCTION audit_event(action text, subject text, subject_key text, details jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
  INSERT INTO audit_pending (action, subject, subject_key, after) VALUES (action, subject, subject_key, details)
$$;

REVOKE ALL ON audit_entry, audit_head, audit_pending FROM ${app};
GRANT SELECT ON audit_entry, audit_head TO ${app};
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON audit_entry FOR SELECT USING ((SELECT actor_audits()));
CREATE POLICY read ON audit_head FOR SELECT USING ((SELECT actor_audits()));
