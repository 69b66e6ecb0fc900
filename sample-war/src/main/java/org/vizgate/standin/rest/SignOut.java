package org.vizgate.standin.rest;

import java.util.Optional;

import org.vizgate.standin.http.Call;
import org.vizgate.standin.session.Sessions;

/** Ends the caller's session at once. A second sign-out finds a dead token. */
final class SignOut implements RestMethod {
    private final Sessions sessions;

    SignOut(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Answer> answer(Call call) {
        if (!sessions.end(CurrentUser.token(call))) {
            throw RestFault.deadToken();
        }
        return Optional.empty();
    }
}
