package org.vizgate.servlet;

import java.util.Optional;

import org.vizgate.session.TableauCaller;

/**
 * What was found out about who sends a request.
 *
 * @param caller empty if nobody is known, and nobody has to be
 * @param isAnswered whether the response is written, and the request must go no further
 */
record Identification(Optional<TableauCaller> caller, boolean isAnswered) {
    static final Identification NOBODY = new Identification(Optional.empty(), false);
    static final Identification ANSWERED = new Identification(Optional.empty(), true);

    static Identification of(TableauCaller caller) {
        return new Identification(Optional.of(caller), false);
    }
}
