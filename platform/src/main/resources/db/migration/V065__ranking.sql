-- Results of `ronghe rank`, kept to be shown. What is computed is never changed, only taken in as a
-- whole and removed as a whole.

CREATE TABLE ranking (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  digest text NOT NULL UNIQUE,             -- SHA-256 of run.json and clusters.json
  method text NOT NULL,
  title_en text NOT NULL,
  title_zh text NOT NULL,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 500),  -- whoever took it in: what it is for
  clusters integer NOT NULL,
  score_decimals integer NOT NULL,
  metrics jsonb NOT NULL,                  -- id, name, name_zh, world; in order
  notes jsonb NOT NULL,                    -- name, name_zh
  run jsonb NOT NULL,                      -- run.json
  unlocated jsonb NOT NULL,                -- the most frequent affiliations without a place
  has_places boolean NOT NULL,             -- false for a ranking from a table of counts
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL
);
CREATE INDEX ranking_created ON ranking (created_at DESC, id DESC);

CREATE TABLE ranking_cluster (
  ranking bigint NOT NULL REFERENCES ranking ON DELETE CASCADE,
  label integer NOT NULL,                  -- canonical, as in the result files
  rank integer NOT NULL,
  name_en text NOT NULL,
  name_zh text NOT NULL,
  economies text[] NOT NULL,
  score double precision NOT NULL,
  near_tie boolean NOT NULL,
  lat double precision,
  lon double precision,
  population bigint NOT NULL,
  contributions bigint NOT NULL,
  profile jsonb NOT NULL,                  -- cities, organisations, fields, partners, trend
  outline jsonb,                           -- GeoJSON coordinates of a MultiPolygon
  PRIMARY KEY (ranking, label)
);
CREATE INDEX ranking_cluster_rank ON ranking_cluster (ranking, rank, label);

CREATE TABLE ranking_figure (
  ranking bigint NOT NULL,
  label integer NOT NULL,
  metric text NOT NULL,
  count double precision NOT NULL,
  share_percent double precision NOT NULL,
  per_million double precision,            -- null: inhabitants unknown
  PRIMARY KEY (ranking, label, metric),
  FOREIGN KEY (ranking, label) REFERENCES ranking_cluster ON DELETE CASCADE
);
CREATE INDEX ranking_figure_metric ON ranking_figure (ranking, metric, count DESC);

CREATE TABLE ranking_tie (                 -- collaboration.csv
  ranking bigint NOT NULL,
  a integer NOT NULL,
  b integer NOT NULL,
  strength double precision NOT NULL,
  PRIMARY KEY (ranking, a, b),
  FOREIGN KEY (ranking, a) REFERENCES ranking_cluster ON DELETE CASCADE,
  FOREIGN KEY (ranking, b) REFERENCES ranking_cluster ON DELETE CASCADE
);
CREATE INDEX ranking_tie_b ON ranking_tie (ranking, b);
CREATE INDEX ranking_tie_strength ON ranking_tie (ranking, strength DESC);

-- Everybody who signed in reads rankings; bureau officers take them in and remove them.
ALTER TABLE ranking ENABLE ROW LEVEL SECURITY;
ALTER TABLE ranking_cluster ENABLE ROW LEVEL SECURITY;
ALTER TABLE ranking_figure ENABLE ROW LEVEL SECURITY;
ALTER TABLE ranking_tie ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON ranking FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY add ON ranking FOR INSERT WITH CHECK ((SELECT actor_writes_all()));
CREATE POLICY remove ON ranking FOR DELETE USING ((SELECT actor_writes_all()));
CREATE POLICY read ON ranking_cluster FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY add ON ranking_cluster FOR INSERT WITH CHECK ((SELECT actor_writes_all()));
CREATE POLICY remove ON ranking_cluster FOR DELETE USING ((SELECT actor_writes_all()));
CREATE POLICY read ON ranking_figure FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY add ON ranking_figure FOR INSERT WITH CHECK ((SELECT actor_writes_all()));
CREATE POLICY remove ON ranking_figure FOR DELETE USING ((SELECT actor_writes_all()));
CREATE POLICY read ON ranking_tie FOR SELECT USING ((SELECT actor_signed_in()));
CREATE POLICY add ON ranking_tie FOR INSERT WITH CHECK ((SELECT actor_writes_all()));
CREATE POLICY remove ON ranking_tie FOR DELETE USING ((SELECT actor_writes_all()));

-- The parts are not audited row by row: they come and go with their ranking, whose entry holds the
-- digest of all of them.
CALL audit_table('ranking', 'id', 'metrics,notes,run,unlocated');
