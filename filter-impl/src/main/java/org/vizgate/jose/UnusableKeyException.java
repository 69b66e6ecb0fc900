package org.vizgate.jose;

/** A key that cannot be used. The message tells an administrator what is wrong and what to do, and shows no key. */
public final class UnusableKeyException extends RuntimeException {
    // No cause: what the JDK says about a key may quote it.
    UnusableKeyException(String message) {
        super(message, null, false, false);
    }
}
