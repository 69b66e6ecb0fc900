package org.vizgate.credential;

import java.util.function.Function;

import org.vizgate.session.TableauSession;

/**
 * A session that is kept for a program which runs long, and for all its threads: signed in to when it is first needed, by one
 * of them for all; renewed before Tableau would end it; signed out by {@link #close}. Safe for use by several threads.
 */
public interface KeptSession extends AutoCloseable {
    /**
     * A session that lives, as far as is known: use it now, and ask again for the next use.
     *
     * @throws TableauException if there is none. A credential that Tableau refuses is not sent again for half a minute, then
     *     for longer, up to ten minutes
     */
    TableauSession session();

    /**
     * Calls Tableau. If {@code call} throws a {@link TableauException} of kind SESSION_LOST (error 401002), the session is
     * renewed once and the call made once more.
     *
     * @param call may be made twice
     * @throws TableauException what the call throws; SCOPE_MISSING, if Tableau refused it although the session lives
     */
    <T> T call(Function<? super TableauSession, T> call);

    /** Signs out and lets connections go. That the session has ended already, or nobody answers, is no error. */
    @Override
    void close();
}
