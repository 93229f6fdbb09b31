-- Achievements that may be the same: by keys made of titles and numbers of rights. Derived from forms.
CREATE TABLE achievement_key (
  key bigint NOT NULL,
  achievement bigint NOT NULL REFERENCES achievement ON DELETE CASCADE,
  keeper bigint NOT NULL,
  PRIMARY KEY (key, achievement)
);
CREATE INDEX achievement_key_achievement ON achievement_key (achievement);

-- What somebody decided about two of them: remembered, so that nobody is asked twice.
CREATE TABLE achievement_pair (
  one bigint NOT NULL REFERENCES achievement ON DELETE CASCADE,
  other bigint NOT NULL REFERENCES achievement ON DELETE CASCADE,
  same boolean NOT NULL,
  reason text NOT NULL DEFAULT '',
  decided timestamptz NOT NULL DEFAULT now(),
  decided_by bigint DEFAULT actor_account(),
  decided_as text NOT NULL DEFAULT coalesce(current_setting('ronghe.actor', true), ''),
  PRIMARY KEY (one, other),
  CHECK (one < other)
);
CREATE INDEX achievement_pair_other ON achievement_pair (other);

ALTER TABLE achievement_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON achievement_key FOR SELECT USING ((SELECT actor_reads_all())
  OR keeper = ANY ((SELECT actor_reads_facts_of())::bigint[]));
CREATE POLICY write ON achievement_key USING ((SELECT actor_writes_all())
  OR keeper = ANY ((SELECT actor_writes_facts_of())::bigint[]));

-- Whoever sees both sees what was decided, and may decide about what they may change.
ALTER TABLE achievement_pair ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON achievement_pair FOR SELECT USING ((SELECT actor_reads_all())
  OR EXISTS (SELECT FROM achievement a WHERE a.id = one) AND EXISTS (SELECT FROM achievement a WHERE a.id = other));
CREATE POLICY decide ON achievement_pair USING ((SELECT actor_writes_all()));
CALL audit_table('achievement_pair', 'one,other');

-- Of public achievements everybody who registers is told, too.
CREATE POLICY read_open ON achievement_key FOR SELECT USING ((SELECT actor_signed_in())
  AND achievement IN (SELECT achievement FROM catalogue_entry));

-- Rows of the catalogue as fields of a form.
CREATE FUNCTION achievement_fields(list text, rows jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(list || '.' || (r.place - 1) || '.' || f.key, f.value), '{}'::jsonb)
  FROM jsonb_array_elements(rows) WITH ORDINALITY AS r (fields, place), jsonb_each_text(r.fields) AS f
$$;
