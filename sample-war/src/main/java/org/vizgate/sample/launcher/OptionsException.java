package org.vizgate.sample.launcher;

/** The command line makes no sense; the message says why, without a full stop. */
final class OptionsException extends Exception {
    OptionsException(String message) {
        super(message);
    }
}
