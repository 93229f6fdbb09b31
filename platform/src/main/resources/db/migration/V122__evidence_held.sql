-- A file that the virus scanner could not judge is kept and not handed out until it has.
ALTER TABLE evidence ADD COLUMN held boolean NOT NULL DEFAULT false;

-- What is entered as evidence never changes, but for this.
CREATE FUNCTION evidence_release(released bigint) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
  UPDATE evidence SET held = false WHERE id = released AND held
$$;
