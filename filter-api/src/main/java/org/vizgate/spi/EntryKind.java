package org.vizgate.spi;

/** The life classes of entries, so that a store which expires by cache or by table can tell them apart. */
public enum EntryKind {
    /** A pending sign-in that came back from Tableau: lives minutes, is only ever inserted. */
    STATE,
    /** An authorization code, or what is left of it: seconds as a code, as long as the grant as its tombstone. */
    CODE,
    /** A refresh grant: lives days to months, is replaced at each use. */
    REFRESH,
    /** The mark of a revoked grant: lives as long as its longest access token could. */
    REVOCATION
}
