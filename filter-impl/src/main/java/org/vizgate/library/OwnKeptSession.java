package org.vizgate.library;

import java.util.function.Function;

import org.vizgate.credential.KeptSession;
import org.vizgate.session.TableauSession;
import org.vizgate.tableau.SessionKeeper;

/** A kept session of a program, with connections of its own. */
final class OwnKeptSession implements KeptSession {
    private final SessionKeeper keeper;
    private final Parts parts;

    OwnKeptSession(SessionKeeper keeper, Parts parts) {
        this.keeper = keeper;
        this.parts = parts;
    }

    @Override
    public TableauSession session() {
        return keeper.session();
    }

    @Override
    public <T> T call(Function<? super TableauSession, T> call) {
        return keeper.call(call);
    }

    @Override
    public void close() {
        try {
            keeper.close();
        } finally {
            parts.close();
        }
    }
}
