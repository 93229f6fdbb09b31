-- What administrators set about the node while it runs: one row, since there is one node.

CREATE TABLE setting (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  version bigint NOT NULL DEFAULT 1,       -- for If-Match
  name_en text NOT NULL DEFAULT '' CHECK (length(name_en) <= 100),
  name_zh text NOT NULL DEFAULT '' CHECK (length(name_zh) <= 100),
  contact text NOT NULL DEFAULT '' CHECK (length(contact) <= 200),
  language text CHECK (language IN ('en', 'zh')),  -- null: as the browser asks
  own_cluster text NOT NULL DEFAULT '' CHECK (length(own_cluster) <= 200),
  map_approval text NOT NULL DEFAULT '' CHECK (length(map_approval) <= 100),
  changed_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO setting DEFAULT VALUES;

-- The operator's map stands apart: it is megabytes, and the rest is read with every page.
CREATE TABLE setting_map (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  name text NOT NULL,
  geojson text NOT NULL,
  areas text NOT NULL,                     -- as drawn in SVG, on the sheet of the world map
  lines text NOT NULL,
  digest text NOT NULL                     -- of geojson, for its address
);

-- Everybody sees the node's name and map, even before signing in; administrators change them.
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE setting_map ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON setting FOR SELECT USING (true);
CREATE POLICY change ON setting FOR UPDATE USING ((SELECT actor_administers()));
CREATE POLICY read ON setting_map FOR SELECT USING (true);
CREATE POLICY add ON setting_map FOR INSERT WITH CHECK ((SELECT actor_administers()));
CREATE POLICY change ON setting_map FOR UPDATE USING ((SELECT actor_administers()));
CREATE POLICY remove ON setting_map FOR DELETE USING ((SELECT actor_administers()));

CALL audit_table('setting', 'single');
CALL audit_table('setting_map', 'single', 'geojson,areas,lines');
