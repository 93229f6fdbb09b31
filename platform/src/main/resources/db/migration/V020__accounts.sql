-- People who sign in, what they prove themselves with, and which roles they hold.

CREATE TABLE account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,               -- what one signs in with: NFKC, lower case
  email text,
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
  language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'zh')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'locked', 'disabled')),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_name_length CHECK (length(name) BETWEEN 1 AND 254),
  -- One signs in with the name or the e-mail: so nobody's name may be somebody else's e-mail.
  CONSTRAINT account_name_or_email CHECK (position('@' IN name) = 0 OR name = coalesce(lower(email), ''))
);
CREATE UNIQUE INDEX account_email ON account (lower(email));
CREATE INDEX account_display_name ON account (lower(display_name), id);

-- Apart from the account, so that who may see accounts still cannot see this.
CREATE TABLE account_password (
  account bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  hash text NOT NULL,                      -- Argon2id, with its parameters
  changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE totp (
  account bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  secret bytea NOT NULL,                   -- encrypted with the key in the data folder
  confirmed_at timestamptz,                -- null: shown, but no code of it seen yet
  last_step bigint NOT NULL DEFAULT 0      -- the latest time step a code was taken of
);

CREATE TABLE recovery_code (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  hash bytea NOT NULL,
  used_at timestamptz,
  UNIQUE (account, hash)
);

-- An account at an identity provider.
CREATE TABLE account_identity (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  email text,
  linked_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (issuer, subject)
);
CREATE INDEX account_identity_account ON account_identity (account);

CREATE TABLE role_grant (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  organisation bigint,                     -- null: the node as a whole
  role text NOT NULL CHECK (role IN ('administrator', 'bureau-officer', 'registrar', 'enterprise', 'broker',
    'reviewer', 'investor', 'auditor', 'data-user')),
  valid_from timestamptz NOT NULL DEFAULT now(),
  valid_to timestamptz,                    -- null: until revoked
  reason text NOT NULL DEFAULT '',
  granted_at timestamptz NOT NULL DEFAULT now(),
  granted_by bigint REFERENCES account ON DELETE SET NULL,  -- null: the node itself
  revoked_at timestamptz,
  revoked_by bigint REFERENCES account ON DELETE SET NULL,
  revoke_reason text NOT NULL DEFAULT '',
  CONSTRAINT role_grant_dates CHECK (valid_to IS NULL OR valid_from < valid_to),
  CONSTRAINT role_grant_organisation CHECK (organisation IS NOT NULL
    OR role IN ('administrator', 'bureau-officer', 'auditor', 'data-user'))
);
CREATE INDEX role_grant_account ON role_grant (account) WHERE revoked_at IS NULL;
CREATE INDEX role_grant_role ON role_grant (role, account) WHERE revoked_at IS NULL;

-- Roles whose holders must sign in with a second factor.
CREATE TABLE second_factor_rule (
  role text PRIMARY KEY,
  since timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE invitation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('first-administrator', 'join', 'reset')),
  account bigint REFERENCES account ON DELETE CASCADE,  -- null: the first administrator, yet to be named
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by bigint REFERENCES account ON DELETE SET NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT invitation_account CHECK ((account IS NULL) = (purpose = 'first-administrator'))
);
CREATE INDEX invitation_account_open ON invitation (account) WHERE used_at IS NULL;

CREATE TABLE api_key (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  prefix text NOT NULL,                    -- the beginning of the key, to tell keys apart
  hash bytea NOT NULL UNIQUE,
  scope text NOT NULL CHECK (scope IN ('read', 'write')),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX api_key_account ON api_key (account);

-- Apart from the key, as this is no change that the audit log should tell of.
CREATE TABLE api_key_use (
  api_key bigint PRIMARY KEY REFERENCES api_key ON DELETE CASCADE,
  last_used_at timestamptz NOT NULL,
  origin text NOT NULL
);

-- Failed attempts, by hash of the name or address: also of names that nobody has, so that the answer
-- tells nothing. Counted before the password is looked at, taken back when it was right.
CREATE TABLE sign_in_failure (
  kind text NOT NULL CHECK (kind IN ('name', 'address', 'second-factor')),
  key bytea NOT NULL,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  blocked_until timestamptz,
  PRIMARY KEY (kind, key)
);
CREATE INDEX sign_in_failure_last_at ON sign_in_failure (last_at);

-- The name to show for an account, to anybody signed in: who entered a fact is no secret.
CREATE FUNCTION account_label(account bigint) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
  SELECT a.display_name FROM account a WHERE a.id = account_label.account AND actor_signed_in()
$$;

-- A node without an administrator could not be helped from inside.
CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'account' THEN
    IF NOT EXISTS (SELECT FROM role_grant WHERE account = NEW.id AND role = 'administrator') THEN
      RETURN NULL;
    END IF;
  END IF;
  -- One at a time: two administrators may not take each other's role at once.
  PERFORM pg_advisory_xact_lock(hashtext('ronghe.keep_an_administrator'));
  IF NOT EXISTS (
    SELECT FROM role_grant g JOIN account a ON a.id = g.account
    WHERE g.role = 'administrator' AND a.state <> 'disabled' AND g.revoked_at IS NULL
      AND g.valid_from <= clock_timestamp() AND g.valid_to IS NULL) THEN
    RAISE EXCEPTION 'the last administrator stays'
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'keep_an_administrator';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_an_administrator_grant AFTER UPDATE OR DELETE ON role_grant
  FOR EACH ROW WHEN (OLD.role = 'administrator') EXECUTE FUNCTION keep_an_administrator();
CREATE TRIGGER keep_an_administrator_account AFTER UPDATE OF state ON account
  FOR EACH ROW WHEN (NEW.state = 'disabled') EXECUTE FUNCTION keep_an_administrator();

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON account FOR SELECT USING (
  id = (SELECT actor_account()) OR (SELECT actor_administers()) OR (SELECT actor_audits()));
CREATE POLICY change ON account FOR UPDATE USING (id = (SELECT actor_account()) OR (SELECT actor_administers()));
CREATE POLICY enter ON account FOR INSERT WITH CHECK ((SELECT actor_administers()));

-- Only the node itself, while somebody proves who they are.
ALTER TABLE account_password ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON account_password USING ((SELECT actor_is_system()));
ALTER TABLE totp ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON totp USING ((SELECT actor_is_system()));
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON recovery_code USING ((SELECT actor_is_system()));
ALTER TABLE sign_in_failure ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON sign_in_failure USING ((SELECT actor_is_system()));
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON invitation USING ((SELECT actor_is_system()));
ALTER TABLE api_key_use ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON api_key_use USING ((SELECT actor_is_system()));
CREATE POLICY read ON api_key_use FOR SELECT USING (
  EXISTS (SELECT FROM api_key k WHERE k.id = api_key_use.api_key));

ALTER TABLE account_identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON account_identity FOR SELECT USING (
  account = (SELECT actor_account()) OR (SELECT actor_administers()));
CREATE POLICY remove ON account_identity FOR DELETE USING (
  account = (SELECT actor_account()) OR (SELECT actor_administers()));
CREATE POLICY enter ON account_identity FOR INSERT WITH CHECK ((SELECT actor_is_system()));

ALTER TABLE role_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON role_grant FOR SELECT USING (
  account = (SELECT actor_account()) OR (SELECT actor_administers()) OR (SELECT actor_audits()));
CREATE POLICY enter ON role_grant FOR INSERT WITH CHECK ((SELECT actor_administers()));
CREATE POLICY change ON role_grant FOR UPDATE USING ((SELECT actor_administers()));

ALTER TABLE second_factor_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON second_factor_rule FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY change ON second_factor_rule USING ((SELECT actor_administers()));

ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON api_key FOR SELECT USING (
  account = (SELECT actor_account()) OR (SELECT actor_administers()));
CREATE POLICY enter ON api_key FOR INSERT WITH CHECK (account = (SELECT actor_account()));
CREATE POLICY change ON api_key FOR UPDATE USING (
  account = (SELECT actor_account()) OR (SELECT actor_administers()));

CALL audit_table('account');
CALL audit_table('account_password', 'account', 'hash');
CALL audit_table('totp', 'account', 'secret,last_step');
CALL audit_table('recovery_code', 'id', 'hash');
CALL audit_table('account_identity');
CALL audit_table('role_grant');
CALL audit_table('second_factor_rule', 'role');
CALL audit_table('invitation', 'id', 'token_hash');
CALL audit_table('api_key', 'id', 'hash');
