-- Targets that a city has set itself, and drafts of rulebooks tried on all its firms.

CREATE TABLE title_target (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rulebook text NOT NULL,
  title text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  target integer NOT NULL CHECK (target BETWEEN 1 AND 1000000),
  UNIQUE (rulebook, title, year)
);

CREATE TABLE simulation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  rulebook text NOT NULL,                  -- the draft's id
  content text NOT NULL,                   -- its text
  baseline text NOT NULL DEFAULT '',       -- id of the rulebook in force it is compared with; empty: none
  as_of date NOT NULL,
  job bigint,
  started timestamptz NOT NULL DEFAULT now(),
  started_by bigint DEFAULT actor_account(),
  started_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  firms bigint,                            -- how many were judged; null until all were
  finished timestamptz
);

-- What a firm's answer is by the rule in force and by the draft; null where there is none.
CREATE TABLE simulation_firm (
  simulation bigint NOT NULL REFERENCES simulation ON DELETE CASCADE,
  organisation bigint NOT NULL REFERENCES organisation,
  title text NOT NULL,
  before text,
  after text,
  PRIMARY KEY (simulation, organisation, title)
);

ALTER TABLE title_target ENABLE ROW LEVEL SECURITY;
ALTER TABLE simulation ENABLE ROW LEVEL SECURITY;
ALTER TABLE simulation_firm ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON title_target FOR SELECT USING ((SELECT actor_reads_all()));
CREATE POLICY write ON title_target USING ((SELECT actor_writes_all()));
CREATE POLICY read ON simulation FOR SELECT USING ((SELECT actor_reads_all()));
CREATE POLICY write ON simulation USING ((SELECT actor_writes_all()));
CREATE POLICY read ON simulation_firm FOR SELECT USING ((SELECT actor_reads_all()));
CREATE POLICY write ON simulation_firm USING ((SELECT actor_is_system()));

CALL audit_table('title_target');
CALL audit_table('simulation', 'id', 'content');
