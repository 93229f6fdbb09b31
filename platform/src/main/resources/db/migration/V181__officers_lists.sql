-- The lists of those who register and decide, at a hundred thousand achievements.

-- Lists run backwards over both keys, which an index of one backwards and one forwards cannot serve.
DROP INDEX achievement_changed, achievement_organisation, achievement_state;
CREATE INDEX achievement_changed ON achievement (changed, id);
CREATE INDEX achievement_organisation ON achievement (organisation, changed, id);
-- The queue by day; and how many there are in every state, counted without reading a form.
CREATE INDEX achievement_state ON achievement (state, (coalesce(due, 'infinity'::date)), id) INCLUDE (organisation);

-- Titles by the signs in them: what holds some words holds each of their signs. Words of two Chinese signs
-- are the usual ones, and no index of three signs in a row finds those.
CREATE INDEX achievement_title_signs ON achievement USING gin (string_to_array(lower(title), NULL));

-- Up to so many achievements whose title holds some words, whosever they are: an index of titles cannot be
-- used where every row is first asked whether the actor may read it. Who reads the list of them is asked then.
CREATE FUNCTION achievement_titled(words text, most integer) RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT id FROM achievement
    WHERE string_to_array(lower(title), NULL) @> string_to_array(lower(words), NULL)
      AND title ILIKE '%' || regexp_replace(words, '([\\%_])', '\\\1', 'g') || '%'
    LIMIT most) AS found
$$;

-- Keys of achievements that came before keys were made of summaries, too, are made anew beside other work:
-- up to which one that is done, and up to which one it has to be.
CREATE TABLE likeness_feed (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  done bigint NOT NULL DEFAULT 0,
  last bigint NOT NULL
);
INSERT INTO likeness_feed (last) SELECT coalesce(max(id), 0) FROM achievement;
ALTER TABLE likeness_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY node ON likeness_feed USING ((SELECT actor_is_system()));
REVOKE INSERT, DELETE ON likeness_feed FROM ${app};
