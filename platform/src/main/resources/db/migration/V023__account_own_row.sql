-- Name, e-mail and state of an account are an administrator's to change, not its owner's: an e-mail is
-- what links a person at an identity provider. The language, which is the owner's, the node itself sets.
DROP POLICY change ON account;
CREATE POLICY change ON account FOR UPDATE USING ((SELECT actor_administers()));
