-- Work that takes longer than a page. A job found running when the node starts was interrupted.

CREATE TABLE job (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,                      -- which feature does it, such as ranking.run
  subject text NOT NULL,                   -- what it is about, in whoever's words
  input jsonb NOT NULL,                    -- what it was asked to do, so that it can be tried again
  state text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
  step text NOT NULL DEFAULT '',           -- key of a text
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,         -- 0: nobody knows
  result text,                             -- where what came out is
  problem jsonb,                           -- what went wrong, as a text's key and values
  account bigint,                          -- who started it; null: the node itself
  actor text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX job_created ON job (created_at DESC, id DESC);
CREATE INDEX job_open ON job (state) WHERE state IN ('waiting', 'running');

CREATE TABLE job_line (
  job bigint NOT NULL REFERENCES job ON DELETE CASCADE,
  number integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  said jsonb NOT NULL,                     -- a text's key and values
  PRIMARY KEY (job, number)
);

-- Whoever started a job sees it; officers, auditors and administrators see all.
ALTER TABLE job ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON job FOR SELECT USING (
  (SELECT actor_reads_all()) OR (SELECT actor_administers()) OR account = (SELECT actor_account()));
CREATE POLICY add ON job FOR INSERT WITH CHECK (
  (SELECT actor_is_system()) OR account = (SELECT actor_account()));
CREATE POLICY change ON job FOR UPDATE USING (
  (SELECT actor_is_system()) OR (SELECT actor_administers()) OR account = (SELECT actor_account()));
CREATE POLICY remove ON job FOR DELETE USING ((SELECT actor_is_system()));
CREATE POLICY read ON job_line FOR SELECT USING (EXISTS (SELECT 1 FROM job WHERE job.id = job));
CREATE POLICY add ON job_line FOR INSERT WITH CHECK ((SELECT actor_is_system()));
CREATE POLICY remove ON job_line FOR DELETE USING ((SELECT actor_is_system()));

-- Not audited row by row, since its progress changes twice a second: starting and cancelling leave
-- entries of their own.
