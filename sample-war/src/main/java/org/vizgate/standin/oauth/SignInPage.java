package org.vizgate.standin.oauth;

import java.util.List;
import java.util.Optional;

import org.vizgate.standin.data.Site;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.data.User;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Reply;
import org.vizgate.standin.page.Html;
import org.vizgate.standin.page.Page;

/**
 * Where a person says who they are. Each choice is a user of a site, so a combination that does not exist cannot be chosen;
 * a browser that is signed in offers the same person's sites only, and a way out.
 */
final class SignInPage {
    private static final String FORM = """
            <p><strong>%s</strong> wants to use Tableau as you. You will return to <strong>%s</strong>.</p>
            %s
            %s
            <form method="post" action="%s">
            %s
            <p class="actions"><button class="main">%s</button>
            <button name="standin_deny" value="true" formnovalidate>Deny</button></p>
            </form>
            """;

    private static final String SIGNED_IN = """
            <form class="aside" method="post" action="%s">
            <span>Signed in as <strong>%s</strong></span>
            <button name="standin_signout" value="true">Sign out / switch user</button>
            </form>
            """;

    private static final String CHOICE = """
            <label><input type="radio" name="standin_user" value="%s" required%s>
            <span>%s <small>%s, %s</small></span></label>
            """;

    private final StandInData data;
    private final AuthorizationRequest request;
    private final Optional<User> known;
    private final String action;

    SignInPage(StandInData data, AuthorizationRequest request, Optional<User> known, Call call) {
        this.data = data;
        this.request = request;
        this.known = known;
        this.action = call.path() + "?" + call.query();
    }

    /** The users of the sites this request is open to, without regard to who is signed in. */
    List<User> offered() {
        return sites().stream().flatMap(site -> data.usersOf(site).stream()).toList();
    }

    Reply show(int status, String complaint) {
        return Page.reply(
                status,
                "Sign in",
                Html.of(
                        FORM,
                        request.deviceName(),
                        request.redirectUri().getAuthority(),
                        complaint.isEmpty()
                                ? Html.NOTHING
                                : Html.of("<p class=\"bad\" role=\"alert\">%s</p>", complaint),
                        known.map(user -> Html.of(SIGNED_IN, action, user.name()))
                                .orElse(Html.NOTHING),
                        action,
                        Html.join(sites().stream().map(this::choices).toList()),
                        known.isPresent() ? "Continue" : "Sign in"));
    }

    private List<Site> sites() {
        return data.sites().stream()
                .filter(site -> !request.locked() || site.contentUrl().equals(request.targetSite()))
                .toList();
    }

    private Html choices(Site site) {
        List<User> users = data.usersOf(site).stream().filter(this::isShown).toList();
        if (users.isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> choices =
                users.stream().map(user -> choice(user, preselected())).toList();
        return Html.of("<fieldset><legend>%s</legend>%s</fieldset>", site.name(), Html.join(choices));
    }

    private boolean isShown(User user) {
        return known.isEmpty() || known.get().name().equals(user.name());
    }

    private static Html choice(User user, Optional<User> preselected) {
        Html checked = preselected.filter(user::equals).isPresent() ? new Html(" checked") : Html.NOTHING;
        return Html.of(CHOICE, user.luid(), checked, user.fullName(), user.name(), user.siteRole());
    }

    // The wanted site comes first, then the site the browser is signed in to.
    private Optional<User> preselected() {
        return data.site(request.targetSite())
                .filter(site -> !site.isDefault() || request.locked())
                .flatMap(site ->
                        data.usersOf(site).stream().filter(this::isShown).findFirst())
                .or(() -> known);
    }
}
