-- The table of the store "jdbc": MariaDB and MySQL, whose texts are compared without regard to case unless told otherwise.
-- The store makes it at first use if its user may; otherwise run this. Another name goes into OAUTH_STORE_JDBC_TABLE.
-- The store's user needs SELECT, INSERT, UPDATE and DELETE on it. Instants are milliseconds since 1970-01-01T00:00Z.
CREATE TABLE vizgate_grants (
    kind VARCHAR(16) NOT NULL,
    id VARCHAR(64) NOT NULL,
    version BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    payload VARCHAR(16384) NOT NULL,
    PRIMARY KEY (kind, id)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;
CREATE INDEX vizgate_grants_expires_at ON vizgate_grants (expires_at);
