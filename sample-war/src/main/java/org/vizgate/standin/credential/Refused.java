package org.vizgate.standin.credential;

import java.util.OptionalInt;

/** The credential does not open anything. */
public final class Refused extends RuntimeException {
    private final OptionalInt number;

    private Refused(OptionalInt number) {
        // No stack trace: a refusal is an answer, and load tests ask for many.
        super("refused", null, false, false);
        this.number = number;
    }

    static Refused withoutReason() {
        return new Refused(OptionalInt.empty());
    }

    /** With one of the numbers on Tableau's page <i>Troubleshoot Connected Apps</i>. */
    static Refused withNumber(int number) {
        return new Refused(OptionalInt.of(number));
    }

    /** The connected app's number, where one is known. */
    public OptionalInt number() {
        return number;
    }
}
