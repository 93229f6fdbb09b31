-- A draft without a name of its own is called by its title, which is there in both languages.
ALTER TABLE simulation ADD COLUMN name_en text NOT NULL DEFAULT '';
