-- Sessions, as Spring Session keeps them. The node itself reads and writes them, before it knows who
-- is asking; no session of another person can be reached in anybody's name. Not audited row by row:
-- signing in and out are events of the audit log.

CREATE TABLE session (
  primary_id char(36) PRIMARY KEY,
  session_id char(36) NOT NULL UNIQUE,
  creation_time bigint NOT NULL,           -- milliseconds since 1970, as are the others
  last_access_time bigint NOT NULL,
  max_inactive_interval integer NOT NULL,  -- seconds
  expiry_time bigint NOT NULL,
  principal_name varchar(100)              -- the account's id
);
CREATE INDEX session_expiry_time ON session (expiry_time);
CREATE INDEX session_principal_name ON session (principal_name);

CREATE TABLE session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES session ON DELETE CASCADE,
  attribute_name varchar(200) NOT NULL,
  attribute_bytes bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON session USING ((SELECT actor_is_system()));
ALTER TABLE session_attributes ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON session_attributes USING ((SELECT actor_is_system()));
