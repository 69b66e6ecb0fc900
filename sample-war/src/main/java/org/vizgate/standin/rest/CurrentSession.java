package org.vizgate.standin.rest;

import java.util.Optional;

import org.vizgate.standin.data.Site;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.data.User;
import org.vizgate.standin.http.Call;

/** Whose session this is, and on which site. */
final class CurrentSession implements RestMethod {
    private final StandInData data;
    private final CurrentUser current;

    CurrentSession(StandInData data, CurrentUser current) {
        this.data = data;
        this.current = current;
    }

    @Override
    public Optional<Answer> answer(Call call) {
        User user = current.of(call);
        return Optional.of(Answer.root(
                Answer.element("session").child(site(data.siteOf(user))).child(user(user))));
    }

    private static Answer site(Site site) {
        return Answer.element("site")
                .attribute("id", site.luid())
                .attribute("name", site.name())
                .attribute("contentUrl", site.contentUrl());
    }

    private static Answer user(User user) {
        return Answer.element("user")
                .attribute("id", user.luid())
                .attribute("name", user.name())
                .attribute("fullName", user.fullName())
                .attribute("siteRole", user.siteRole())
                .attribute("authSetting", "ServerDefault");
    }
}
