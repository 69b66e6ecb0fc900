package org.vizgate.standin.rest;

import java.util.List;

import org.vizgate.standin.data.User;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.session.Session;
import org.vizgate.standin.session.Sessions;

/** Who calls, by the token in {@code X-Tableau-Auth}. */
final class CurrentUser {
    private final Sessions sessions;

    CurrentUser(Sessions sessions) {
        this.sessions = sessions;
    }

    static String token(Call call) {
        List<String> tokens = call.headers("X-Tableau-Auth");
        if (tokens.size() > 1) {
            throw RestFault.badRequest("X-Tableau-Auth was sent more than once.");
        }
        if (tokens.isEmpty() || tokens.get(0).isEmpty()) {
            throw RestFault.noCredentials();
        }
        return tokens.get(0);
    }

    Session session(Call call) {
        return sessions.use(token(call)).orElseThrow(RestFault::deadToken);
    }

    /** The caller, for what needs no scope. */
    User of(Call call) {
        return session(call).user();
    }

    /** The caller, if the session covers {@code scope}. One that does not looks dead: Tableau makes no difference. */
    User with(String scope, Call call) {
        Session session = session(call);
        if (!session.access().covers(scope)) {
            throw RestFault.deadToken();
        }
        return session.user();
    }
}
