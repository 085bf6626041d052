-- version: the ETag. Tokens issued before tokens_from no longer count; a closed account gets none.
ALTER TABLE account
    ADD COLUMN version     BIGINT      NOT NULL DEFAULT 0,
    ADD COLUMN closed_at   DATETIME(6) NULL,
    ADD COLUMN tokens_from DATETIME(6) NULL,
    ADD INDEX account_tokens_from (tokens_from);

ALTER TABLE oauth2_authorization
    ADD INDEX oauth2_authorization_principal (principal_name);
