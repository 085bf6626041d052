-- Several keys: the newest that has begun signs, each verifies until no token that it signed can be alive.
ALTER TABLE signing_key DROP CONSTRAINT signing_key_one;
ALTER TABLE signing_key RENAME COLUMN slot TO generation;
ALTER TABLE signing_key
    ADD COLUMN signs_from     DATETIME(6) NULL,
    ADD COLUMN verifies_until DATETIME(6) NULL,
    ADD CONSTRAINT signing_key_kid UNIQUE (kid);
UPDATE signing_key SET signs_from = created_at;
ALTER TABLE signing_key MODIFY COLUMN signs_from DATETIME(6) NOT NULL;
