-- What its keeper withdraws leaves its pools at once, for the reason it was withdrawn for: nobody is reminded
-- of what is no longer registered. Keepers may not write stays themselves.
CREATE FUNCTION achievement_leaves_pools() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
BEGIN
  UPDATE pool_stay SET left_on = greatest(current_date, entered), left_by = actor_account(),
    left_as = coalesce(current_setting('ronghe.actor', true), ''), outcome = 'stopped',
    left_reason = coalesce(nullif(NEW.reasons ->> 'whole', ''), '-')
  WHERE achievement = NEW.id AND left_on IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER achievement_leaves_pools AFTER UPDATE ON achievement FOR EACH ROW
  WHEN (NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn') EXECUTE FUNCTION achievement_leaves_pools();
