package org.vizgate.spi;

/** A store that cannot do its work now: unreachable, too slow, or full. The gate answers 503 and loses nothing. */
public class GrantStoreException extends RuntimeException {
    /** @param message what failed, without any key, payload or password */
    public GrantStoreException(String message) {
        super(message);
    }

    /** @param message what failed, without any key, payload or password */
    public GrantStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
