-- What was registered within some days, of a hundred thousand.
CREATE INDEX achievement_registered ON achievement (registered_on, id) WHERE registered_on IS NOT NULL;
