package org.vizgate.standin.rest;

import java.time.Duration;

import org.vizgate.standin.data.Site;
import org.vizgate.standin.session.Session;
import org.vizgate.standin.session.SessionLimits;

/** What tells a caller of a new session. */
final class SessionAnswer {
    private SessionAnswer() {}

    static Answer of(Session session, Site site, SessionLimits limits) {
        return Answer.root(Answer.element("credentials")
                .attribute("token", session.token())
                .attribute("estimatedTimeToExpiration", clockFace(limits.lifetime()))
                .child(Answer.element("site").attribute("id", site.luid()).attribute("contentUrl", site.contentUrl()))
                .child(Answer.element("user").attribute("id", session.user().luid())));
    }

    private static String clockFace(Duration time) {
        return time.toHours() + ":" + twoDigits(time.toMinutesPart()) + ":" + twoDigits(time.toSecondsPart());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
