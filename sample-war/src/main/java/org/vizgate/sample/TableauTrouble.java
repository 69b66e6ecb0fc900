package org.vizgate.sample;

/** Tableau did not give what was asked for. The message is for people, holds no secret and says what to do. */
final class TableauTrouble extends Exception {
    /** What happened, with the name programs see and the HTTP status of our answer: never 401, the caller's token is good. */
    enum Kind {
        SESSION_LOST("tableau_session_lost", 502),
        REFUSED("tableau_refused", 502),
        UNREADABLE("tableau_unreadable", 502),
        UNREACHABLE("tableau_unreachable", 502),
        TOO_SLOW("tableau_too_slow", 504);

        private final String code;
        private final int status;

        Kind(String code, int status) {
            this.code = code;
            this.status = status;
        }

        String code() {
            return code;
        }

        int status() {
            return status;
        }
    }

    private final Kind kind;

    TableauTrouble(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    TableauTrouble(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The message; never null here. */
    String advice() {
        return String.valueOf(getMessage());
    }
}
