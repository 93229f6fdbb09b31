-- What all tables stand on: the right to use them, and who is asking.
--
-- The owner of this schema migrates it; the node works as the role ${app}, which owns nothing,
-- cannot bypass row-level security and cannot change a table's shape.

REVOKE ALL ON SCHEMA ${schema} FROM public;
GRANT USAGE ON SCHEMA ${schema} TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} REVOKE EXECUTE ON FUNCTIONS FROM public;
ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT EXECUTE ON FUNCTIONS TO ${app};

-- Who is asking. The node says so at the beginning of every transaction (ActorTransactions), for that
-- transaction alone; where nothing was said, nobody is asking and policies let nothing through.
-- In a policy each is written (SELECT …()), so that it is worked out once a query, not once a row.

CREATE FUNCTION actor_account() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('ronghe.account', true), '')::bigint $$;

CREATE FUNCTION actor_signed_in() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('ronghe.signed_in', true), '') = 'yes' $$;

-- Bureau officers, auditors and the node itself read every organisation's facts.
CREATE FUNCTION actor_reads_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('ronghe.reads_all', true), '') = 'yes' $$;

-- Bureau officers and the node itself enter facts about every organisation.
CREATE FUNCTION actor_writes_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('ronghe.writes_all', true), '') = 'yes' $$;

-- Administrators manage people, rights and settings; and so does the node itself.
CREATE FUNCTION actor_administers() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('ronghe.administers', true), '') = 'yes' $$;

-- Auditors, administrators and the node itself read the audit log.
CREATE FUNCTION actor_audits() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('ronghe.audits', true), '') = 'yes' $$;

-- The node itself: jobs, and what happens before anybody has signed in.
CREATE FUNCTION actor_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('ronghe.system', true), '') = 'yes' $$;

-- Organisations in which the actor holds any role.
CREATE FUNCTION actor_organisations() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('ronghe.organisations', true), ''), '{}')::bigint[] $$;

-- Organisations about which the actor may enter facts.
CREATE FUNCTION actor_writable_organisations() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('ronghe.writable_organisations', true), ''), '{}')::bigint[] $$;
