package org.vizgate.standin.rest;

import java.util.Optional;

import org.vizgate.standin.data.Site;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.data.User;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.session.Session;
import org.vizgate.standin.session.Sessions;

/** A new session of the same person on another site, in place of the caller's. Tableau Server only. */
final class SwitchSite implements RestMethod {
    private final Product product;
    private final StandInData data;
    private final Sessions sessions;
    private final CurrentUser current;

    SwitchSite(Product product, StandInData data, Sessions sessions, CurrentUser current) {
        this.product = product;
        this.data = data;
        this.sessions = sessions;
        this.current = current;
    }

    @Override
    public Optional<Answer> answer(Call call) {
        // No scope opens this method, so a session from a JWT cannot call it.
        Session session = current.session(call);
        if (session.access().isByJwt()) {
            throw RestFault.deadToken();
        }
        Site site = data.site(SignInRequest.site(Given.parse(call))).orElseThrow(RestFault::switchFailed);
        if (session.user().site().equals(site.luid())) {
            throw RestFault.alreadyThere();
        }
        User user = data.user(session.user().name(), site)
                .filter(found -> !product.isCloud())
                .orElseThrow(RestFault::switchFailed);
        // Of two calls with one token, one finds it dead.
        if (!sessions.end(session.token())) {
            throw RestFault.deadToken();
        }
        return Optional.of(SessionAnswer.of(sessions.create(user, session.access()), site, sessions.limits()));
    }
}
