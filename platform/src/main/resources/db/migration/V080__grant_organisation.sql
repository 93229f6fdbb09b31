-- A role is held in an organisation that there is. Here, since the fact base is younger than accounts.
ALTER TABLE role_grant ADD CONSTRAINT role_grant_of_organisation
  FOREIGN KEY (organisation) REFERENCES organisation;
