-- Whether an account has a second factor, for those who may see the account: its secret is nobody's.
CREATE FUNCTION account_has_second_factor(account bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = ${schema}, pg_temp AS $$
  SELECT EXISTS (SELECT FROM totp t WHERE t.account = account_has_second_factor.account AND t.confirmed_at IS NOT NULL)
    AND (actor_administers() OR actor_audits() OR actor_account() = account_has_second_factor.account)
$$;
