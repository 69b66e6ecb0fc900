package org.vizgate.standin.oauth;

import java.util.Arrays;
import java.util.Optional;

import org.vizgate.standin.data.User;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Reply;
import org.vizgate.standin.session.Session;
import org.vizgate.standin.session.Sessions;

/** Who is signed in in the browser. As in Tableau, the cookie's value is a session token. */
final class Browser {
    private static final String COOKIE = "workgroup_session_id";

    private final Sessions sessions;

    Browser(Sessions sessions) {
        this.sessions = sessions;
    }

    Optional<User> user(Call call) {
        return token(call).flatMap(sessions::use).map(Session::user);
    }

    /** Remembers {@code user} instead of whoever was there. */
    Reply signIn(User user, Call call, Reply reply) {
        if (user(call).filter(user::equals).isPresent()) {
            return reply;
        }
        token(call).ifPresent(sessions::end);
        return reply.with("Set-Cookie", cookie(sessions.create(user).token(), ""));
    }

    Reply signOut(Call call, Reply reply) {
        token(call).ifPresent(sessions::end);
        return reply.with("Set-Cookie", cookie("", "; Max-Age=0"));
    }

    private static String cookie(String value, String more) {
        return COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + more;
    }

    private static Optional<String> token(Call call) {
        return call.headers("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .map(pair -> pair.substring(COOKIE.length() + 1))
                .findFirst();
    }
}
