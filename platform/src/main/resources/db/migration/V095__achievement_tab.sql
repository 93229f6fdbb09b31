-- A form that saves itself may send its next state before it has heard of the last one: what the same
-- open page wrote last is no clash. Empty where no page did.
ALTER TABLE achievement ADD COLUMN tab text NOT NULL DEFAULT '';
