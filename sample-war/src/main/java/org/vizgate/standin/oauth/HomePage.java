package org.vizgate.standin.oauth;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.vizgate.standin.credential.Credentials;
import org.vizgate.standin.data.Site;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.data.User;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Reply;
import org.vizgate.standin.page.Html;
import org.vizgate.standin.page.Page;

/** {@code /}: who is signed in here, how to change that, and who else exists. */
final class HomePage {
    private static final String SIGNED_IN = """
            <form class="aside" method="post" action="/signout">
            <span>Signed in as <strong>%s</strong> on <strong>%s</strong></span>
            <button class="main">Sign out</button>
            </form>
            """;

    private final StandInData data;
    private final Credentials credentials;
    private final Browser browser;

    HomePage(StandInData data, Credentials credentials, Browser browser) {
        this.data = data;
        this.credentials = credentials;
        this.browser = browser;
    }

    Reply show(Call call) {
        Html status = browser.user(call)
                .map(user -> Html.of(SIGNED_IN, user.name(), data.siteOf(user).name()))
                .orElse(Html.of("<p>Nobody is signed in in this browser.</p>"));
        List<Html> sites = data.sites().stream().map(this::site).toList();
        return Page.reply(200, "Sites and users", Html.of("%s%s%s", status, Html.join(sites), credentials()));
    }

    Reply signOut(Call call) {
        return browser.signOut(call, Reply.redirect(URI.create("/")));
    }

    private Html site(Site site) {
        List<Html> users = data.usersOf(site).stream().map(HomePage::user).toList();
        return Html.of("<h2>%s</h2><ul>%s</ul>", site.name(), Html.join(users));
    }

    private static Html user(User user) {
        return Html.of("<li>%s <small>%s, %s</small></li>", user.fullName(), user.name(), user.siteRole());
    }

    // Secrets on a page: they open nothing but this, and whoever tries a client needs them.
    private Html credentials() {
        List<Html> tokens = credentials.personalAccessTokens().stream()
                .map(token -> credential("token of", token.userName(), token.name() + " / " + token.secret()))
                .toList();
        List<Html> passwords = credentials.passwords().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> credential("password of", entry.getKey(), entry.getValue()))
                .toList();
        List<Html> apps = credentials.connectedApps().stream()
                .map(app -> credential(
                        "connected app", app.clientId(), app.secrets().toString()))
                .toList();
        List<Html> administrators = credentials.tenant().administrators().stream()
                .map(one -> credential("Cloud Manager token of", one.name(), one.accessToken()))
                .toList();
        return Html.of(
                "<h2>Ways to sign in</h2><ul>%s%s%s%s</ul>",
                Html.join(tokens), Html.join(passwords), Html.join(apps), Html.join(administrators));
    }

    private static Html credential(String kind, String whose, String secret) {
        return Html.of("<li>%s %s <small>%s</small></li>", kind, whose, secret);
    }
}
