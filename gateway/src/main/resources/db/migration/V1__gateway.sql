-- Accounts: people and machine clients alike; a grant is role x institutions of the association.
CREATE TABLE account (
    name           VARCHAR(100) NOT NULL,
    kind           VARCHAR(10)  NOT NULL,
    association_id BINARY(16)   NOT NULL,
    display_name   VARCHAR(200) NOT NULL,
    staff_no       VARCHAR(50)  NULL,
    password       VARCHAR(200) NULL,
    created_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (name),
    CONSTRAINT account_kind CHECK (kind IN ('person', 'machine')),
    CONSTRAINT account_person_has_password CHECK (kind = 'machine' OR password IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE account_grant (
    account     VARCHAR(100) NOT NULL,
    role        VARCHAR(40)  NOT NULL,
    institution VARCHAR(50)  NOT NULL,
    PRIMARY KEY (account, role, institution),
    CONSTRAINT account_grant_account FOREIGN KEY (account) REFERENCES account (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Failed sign-ins by the name that was typed, known or not, so that a lock does not tell which accounts exist.
CREATE TABLE failed_sign_in (
    name         VARCHAR(100) NOT NULL,
    failures     INT          NOT NULL,
    last_at      DATETIME(6)  NOT NULL,
    locked_until DATETIME(6)  NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The key that signs tokens, sealed with the master key. At most one row: the slot is always 1.
CREATE TABLE signing_key (
    slot       INT            NOT NULL,
    kid        VARCHAR(100)   NOT NULL,
    sealed     VARBINARY(8000) NOT NULL,
    created_at DATETIME(6)    NOT NULL,
    PRIMARY KEY (slot),
    CONSTRAINT signing_key_one CHECK (slot = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Tables of the authorization server, as its repositories expect them; times are UTC.
CREATE TABLE oauth2_registered_client (
    id                            VARCHAR(100)  NOT NULL,
    client_id                     VARCHAR(100)  NOT NULL,
    client_id_issued_at           DATETIME(6)   NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    client_secret                 VARCHAR(200)  NULL,
    client_secret_expires_at      DATETIME(6)   NULL,
    client_name                   VARCHAR(200)  NOT NULL,
    client_authentication_methods VARCHAR(1000) NOT NULL,
    authorization_grant_types     VARCHAR(1000) NOT NULL,
    redirect_uris                 VARCHAR(1000) NULL,
    post_logout_redirect_uris     VARCHAR(1000) NULL,
    scopes                        VARCHAR(1000) NOT NULL,
    client_settings               VARCHAR(2000) NOT NULL,
    token_settings                VARCHAR(2000) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT oauth2_registered_client_once UNIQUE (client_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE oauth2_authorization (
    id                            VARCHAR(100)  NOT NULL,
    registered_client_id          VARCHAR(100)  NOT NULL,
    principal_name                VARCHAR(200)  NOT NULL,
    authorization_grant_type      VARCHAR(100)  NOT NULL,
    authorized_scopes             VARCHAR(1000) NULL,
    attributes                    BLOB          NULL,
    state                         VARCHAR(500)  NULL,
    authorization_code_value      BLOB          NULL,
    authorization_code_issued_at  DATETIME(6)   NULL,
    authorization_code_expires_at DATETIME(6)   NULL,
    authorization_code_metadata   BLOB          NULL,
    access_token_value            BLOB          NULL,
    access_token_issued_at        DATETIME(6)   NULL,
    access_token_expires_at       DATETIME(6)   NULL,
    access_token_metadata         BLOB          NULL,
    access_token_type             VARCHAR(100)  NULL,
    access_token_scopes           VARCHAR(1000) NULL,
    oidc_id_token_value           BLOB          NULL,
    oidc_id_token_issued_at       DATETIME(6)   NULL,
    oidc_id_token_expires_at      DATETIME(6)   NULL,
    oidc_id_token_metadata        BLOB          NULL,
    refresh_token_value           BLOB          NULL,
    refresh_token_issued_at       DATETIME(6)   NULL,
    refresh_token_expires_at      DATETIME(6)   NULL,
    refresh_token_metadata        BLOB          NULL,
    user_code_value               BLOB          NULL,
    user_code_issued_at           DATETIME(6)   NULL,
    user_code_expires_at          DATETIME(6)   NULL,
    user_code_metadata            BLOB          NULL,
    device_code_value             BLOB          NULL,
    device_code_issued_at         DATETIME(6)   NULL,
    device_code_expires_at        DATETIME(6)   NULL,
    device_code_metadata          BLOB          NULL,
    PRIMARY KEY (id),
    INDEX oauth2_authorization_state (state),
    INDEX oauth2_authorization_code (authorization_code_value(128)),
    INDEX oauth2_authorization_refresh (refresh_token_value(128)),
    INDEX oauth2_authorization_age (access_token_expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Refresh tokens that were exchanged already, hashed: one that comes back was stolen or leaked.
CREATE TABLE spent_refresh_token (
    hash             BINARY(32)   NOT NULL,
    authorization_id VARCHAR(100) NOT NULL,
    expires_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (hash),
    INDEX spent_refresh_token_age (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Browser sessions, as Spring Session expects them; the attributes are sealed.
CREATE TABLE SPRING_SESSION (
    PRIMARY_ID            CHAR(36)     NOT NULL,
    SESSION_ID            CHAR(36)     NOT NULL,
    CREATION_TIME         BIGINT       NOT NULL,
    LAST_ACCESS_TIME      BIGINT       NOT NULL,
    MAX_INACTIVE_INTERVAL INT          NOT NULL,
    EXPIRY_TIME           BIGINT       NOT NULL,
    PRINCIPAL_NAME        VARCHAR(100) NULL,
    PRIMARY KEY (PRIMARY_ID),
    UNIQUE INDEX SPRING_SESSION_IX1 (SESSION_ID),
    INDEX SPRING_SESSION_IX2 (EXPIRY_TIME),
    INDEX SPRING_SESSION_IX3 (PRINCIPAL_NAME)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE SPRING_SESSION_ATTRIBUTES (
    SESSION_PRIMARY_ID CHAR(36)     NOT NULL,
    ATTRIBUTE_NAME     VARCHAR(200) NOT NULL,
    ATTRIBUTE_BYTES    BLOB         NOT NULL,
    PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
    CONSTRAINT SPRING_SESSION_ATTRIBUTES_FK FOREIGN KEY (SESSION_PRIMARY_ID)
        REFERENCES SPRING_SESSION (PRIMARY_ID) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
