-- The table of the store "jdbc": PostgreSQL, H2, and databases like them.
-- The store makes it at first use if its user may; otherwise run this. Another name goes into OAUTH_STORE_JDBC_TABLE.
-- The store's user needs SELECT, INSERT, UPDATE and DELETE on it. Instants are milliseconds since 1970-01-01T00:00Z.
CREATE TABLE vizgate_grants (
    kind VARCHAR(16) NOT NULL,
    id VARCHAR(64) NOT NULL,
    version BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    payload VARCHAR(16384) NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX vizgate_grants_expires_at ON vizgate_grants (expires_at);
