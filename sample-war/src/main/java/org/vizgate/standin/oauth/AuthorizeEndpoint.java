package org.vizgate.standin.oauth;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.vizgate.standin.data.Site;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.data.User;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Parameters;
import org.vizgate.standin.http.Reply;

/** {@code /oauth2/v1/auth}: checks the request, lets a person choose, sends the browser back with a code. */
final class AuthorizeEndpoint {
    private final StandInData data;
    private final RedirectUris redirects;
    private final AuthorizationCodes codes;
    private final Browser browser;
    private final boolean scripted;

    /** @param scripted whether the URL itself may say who signs in */
    AuthorizeEndpoint(
            StandInData data, RedirectUris redirects, AuthorizationCodes codes, Browser browser, boolean scripted) {
        this.data = data;
        this.redirects = redirects;
        this.codes = codes;
        this.browser = browser;
        this.scripted = scripted;
    }

    Reply get(Call call) {
        return answer(call, Parameters.parse(scripted ? call.query() : ""));
    }

    Reply post(Call call) {
        Parameters form = Parameters.parse(call.isOfType("application/x-www-form-urlencoded") ? call.body() : "");
        if (form.is("standin_signout", "true")) {
            return browser.signOut(call, Reply.redirect(URI.create(call.path() + "?" + call.query())));
        }
        return answer(call, form);
    }

    private Reply answer(Call call, Parameters choice) {
        try {
            AuthorizationRequest request = AuthorizationRequest.parse(Parameters.parse(call.query()), redirects);
            return answer(call, request, choice);
        } catch (AuthorizationFault fault) {
            return fault.reply();
        }
    }

    private Reply answer(Call call, AuthorizationRequest request, Parameters choice) {
        Optional<User> known = browser.user(call);
        if (choice.is("standin_deny", "true")) {
            return Reply.redirect(request.withError("access_denied"));
        }
        if (isLockedOut(request, known)) {
            return Reply.redirect(request.withError("invalid_request"));
        }
        SignInPage page = new SignInPage(data, request, known, call);
        if (choice.filled("standin_user").isEmpty()) {
            return page.show(200, "");
        }
        List<User> chosen =
                chosen(choice).stream().filter(page.offered()::contains).toList();
        return chosen.size() == 1
                ? signedIn(chosen.get(0), call, request)
                : page.show(400, "There is no such user on this site. Please choose again.");
    }

    // Tableau does not offer to change the site of a signed-in browser: the person must sign out first.
    private boolean isLockedOut(AuthorizationRequest request, Optional<User> known) {
        Optional<Site> target = data.site(request.targetSite());
        return request.locked()
                && (target.isEmpty()
                        || known.filter(user -> !user.site().equals(target.get().luid()))
                                .isPresent());
    }

    private List<User> chosen(Parameters choice) {
        Optional<String> site = choice.one("standin_site");
        return data.usersCalled(choice.one("standin_user").orElseThrow()).stream()
                .filter(user -> site.isEmpty() || data.siteOf(user).contentUrl().equals(site.get()))
                .toList();
    }

    private Reply signedIn(User user, Call call, AuthorizationRequest request) {
        Reply reply = Reply.redirect(request.withCode(codes.issue(user, request)));
        return browser.signIn(user, call, reply);
    }
}
