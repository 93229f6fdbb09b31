-- Many rows written at once cost less on their way into the audit log, which stays what it was: every
-- change an entry, every entry in the chain.

-- Which entries have their transaction sealed: the first of every statement. It was every one, and each
-- of them looked at commit whether another had done it already.
ALTER TABLE audit_pending ADD COLUMN first boolean NOT NULL DEFAULT true;
DROP TRIGGER audit_seal ON audit_pending;
CREATE CONSTRAINT TRIGGER audit_seal AFTER INSERT ON audit_pending
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.first) EXECUTE FUNCTION audit_seal();

-- Packing what lives until the commit is not worth the time.
ALTER TABLE audit_pending SET (toast_tuple_target = 8160);

-- As before, but written a thousand entries at a time.
CREATE OR REPLACE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp
-- The table is full of rows that are gone; what it looked like when the plan was made says nothing.
SET enable_seqscan = off AS $$
DECLARE
  last audit_head;
  -- This entry is the first that is left of its transaction. Named as a bound, it keeps whatever index is
  -- used away from rows that are gone and not yet swept out.
  done bigint := NEW.id - 1;
  sealed bigint := 0;
  gone bigint;
  upto bigint;
  content text;
  contents text[];
  chained bytea;
  hashes bytea[];
BEGIN
  -- The first of a transaction's entries seals them all.
  PERFORM 1 FROM audit_pending WHERE id = NEW.id;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT * INTO last FROM audit_head FOR UPDATE;
  chained := last.hash;
  LOOP
    SELECT array_agg(audit_content(ROW(last.number + n, p.at, p.account, p.actor, p.origin, p.action, p.subject,
        p.subject_key, p.before, p.after, NULL)::audit_entry) ORDER BY n), max(p.id)
      INTO contents, upto
      FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM audit_pending
        WHERE transaction = pg_current_xact_id() AND id > done ORDER BY id LIMIT 1000) AS p;
    EXIT WHEN upto IS NULL;
    hashes := '{}';
    FOREACH content IN ARRAY contents LOOP
      chained := sha256(chained || convert_to(content, 'UTF8'));
      hashes := array_append(hashes, chained);
    END LOOP;
    INSERT INTO audit_entry (number, at, account, actor, origin, action, subject, subject_key, before, after, hash)
      SELECT last.number + n, p.at, p.account, p.actor, p.origin, p.action, p.subject, p.subject_key, p.before,
        p.after, hashes[n]
      FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM audit_pending
        WHERE transaction = pg_current_xact_id() AND id > done AND id <= upto) AS p ORDER BY n;
    last.number := last.number + cardinality(hashes);
    sealed := sealed + cardinality(hashes);
    done := upto;
  END LOOP;
  UPDATE audit_head SET number = last.number, hash = chained;
  DELETE FROM audit_pending WHERE transaction = pg_current_xact_id();
  GET DIAGNOSTICS gone = ROW_COUNT;
  IF gone <> sealed THEN
    RAISE EXCEPTION 'of % entries of the audit log % were sealed', gone, sealed;
  END IF;
  RETURN NULL;
END $$;

-- As before; who acts is asked once a statement, and a table with one key and no secrets needs no search
-- among names of columns. OFFSET 0 keeps a row from being made into an object once for every use of it.
CREATE OR REPLACE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
DECLARE
  keys text[] := string_to_array(TG_ARGV[0], ',');
  secret text[] := string_to_array(TG_ARGV[1], ',');
  key text := CASE WHEN cardinality(keys) = 1 AND secret = '{}' THEN keys[1] END;
  who bigint := actor_account();
  name text := coalesce(nullif(current_setting('ronghe.actor', true), ''), session_user);
  place text := coalesce(current_setting('ronghe.origin', true), '');
BEGIN
  IF TG_OP = 'INSERT' AND key IS NOT NULL THEN
    INSERT INTO audit_pending (account, actor, origin, action, subject, first, subject_key, after)
      SELECT who, name, place, 'insert', TG_TABLE_NAME, row_number() OVER () = 1, v ->> key, v
      FROM (SELECT to_jsonb(n) AS v FROM new_rows n OFFSET 0) AS rows;
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO audit_pending (account, actor, origin, action, subject, first, subject_key, after)
      SELECT who, name, place, 'insert', TG_TABLE_NAME, row_number() OVER () = 1, audit_key(v, keys), audit_row(v, secret)
      FROM (SELECT to_jsonb(n) AS v FROM new_rows n OFFSET 0) AS rows;
  ELSIF TG_OP = 'DELETE' AND key IS NOT NULL THEN
    INSERT INTO audit_pending (account, actor, origin, action, subject, first, subject_key, before)
      SELECT who, name, place, 'delete', TG_TABLE_NAME, row_number() OVER () = 1, v ->> key, v
      FROM (SELECT to_jsonb(o) AS v FROM old_rows o OFFSET 0) AS rows;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO audit_pending (account, actor, origin, action, subject, first, subject_key, before)
      SELECT who, name, place, 'delete', TG_TABLE_NAME, row_number() OVER () = 1, audit_key(v, keys), audit_row(v, secret)
      FROM (SELECT to_jsonb(o) AS v FROM old_rows o OFFSET 0) AS rows;
  ELSE
    -- A changed key is a row that went and a row that came.
    INSERT INTO audit_pending (account, actor, origin, action, subject, first, subject_key, before, after)
      SELECT who, name, place, CASE WHEN o.v IS NULL THEN 'insert' WHEN n.v IS NULL THEN 'delete' ELSE 'update' END,
        TG_TABLE_NAME, row_number() OVER () = 1, coalesce(n.k, o.k), audit_row(o.v, secret), audit_row(n.v, secret)
      FROM (SELECT v, audit_key(v, keys) AS k FROM (SELECT to_jsonb(r) AS v FROM old_rows r OFFSET 0) AS x OFFSET 0) AS o
      FULL JOIN (SELECT v, audit_key(v, keys) AS k FROM (SELECT to_jsonb(r) AS v FROM new_rows r OFFSET 0) AS x OFFSET 0) AS n
        ON o.k = n.k
      WHERE o.v IS DISTINCT FROM n.v;
  END IF;
  RETURN NULL;
END $$;

-- What names an organisation in a form is derived, as in V120: each name that was found was looked up once
-- more. Organisations are deleted by taking back an import alone, which looks who is named where.
ALTER TABLE achievement_party DROP CONSTRAINT achievement_party_organisation_fkey;

-- Nothing looks for names here; people are found by the search index.
DROP INDEX achievement_party_name;
