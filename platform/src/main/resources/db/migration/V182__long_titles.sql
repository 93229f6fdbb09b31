-- A draft holds what somebody typed, however long: a whole title of some thousand signs is no key of an index.
DROP INDEX achievement_title;
CREATE INDEX achievement_title ON achievement (left(title, 200) COLLATE "C", id);
