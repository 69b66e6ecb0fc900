package org.vizgate.token;

/** Where the Tableau sessions of requests come from, as far as tokens are different for it. */
public enum SessionSupply {
    /** Each access token holds the session of the user who signed in, and ends with it. */
    IN_TOKEN,
    /** The gate has one for all: tokens say who is calling, and clients may call for themselves. */
    ONE_FOR_ALL,
    /** The gate has one for each user: tokens say who is calling, and that must be a user. */
    ONE_PER_USER;

    boolean isInToken() {
        return this == IN_TOKEN;
    }

    /** Whether {@code client_credentials} is of use (RFC 6749 section 4.4). */
    public boolean servesClients() {
        return this == ONE_FOR_ALL;
    }
}
