package org.vizgate.standin.oauth;

/** The host the token endpoint says to go to from now on. Safe for use by several threads. */
public final class OriginHost {
    private final String own;
    private volatile String host;

    /** @param own the stand-in's own host and port, without scheme */
    public OriginHost(String own) {
        this.own = own;
        this.host = own;
    }

    public void pretend(String other) {
        host = other;
    }

    public void reset() {
        host = own;
    }

    String value() {
        return host;
    }
}
