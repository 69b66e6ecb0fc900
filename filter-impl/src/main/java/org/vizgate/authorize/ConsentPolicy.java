package org.vizgate.authorize;

/** When a user is asked whether a client may act for them. */
public enum ConsentPolicy {
    /** At each sign-in. */
    ALWAYS,
    /** Not again for thirty days in the same browser, where the answer goes to a known host. */
    REMEMBER,
    /** Not for clients that an administrator configured; for all others as {@link #REMEMBER}. */
    NEVER
}
