package org.vizgate.standin.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.vizgate.standin.http.Parameters;
import org.vizgate.standin.http.Reply;
import org.vizgate.standin.page.Html;
import org.vizgate.standin.page.Page;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a client asks of the authorization endpoint, checked.
 *
 * @param targetSite contentUrl of the wanted site, empty when there was none
 * @param locked whether no other site will do
 */
record AuthorizationRequest(
        String clientId,
        URI redirectUri,
        String codeChallenge,
        String state,
        String deviceName,
        String targetSite,
        boolean locked) {
    private static final Predicate<String> UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
            .asMatchPredicate();
    private static final Predicate<String> ANYTHING = Predicate.not(String::isEmpty);

    private record Rule(String parameter, Predicate<String> holds) {}

    private static final List<Rule> RULES = List.of(
            new Rule("state", ANYTHING),
            new Rule("response_type", "code"::equals),
            new Rule("client_id", UUID),
            new Rule("code_challenge_method", Pkce.METHOD::equals),
            new Rule("code_challenge", Pkce::isChallenge),
            new Rule("device_id", UUID),
            new Rule("device_name", ANYTHING),
            new Rule("client_type", ANYTHING));

    /** @throws AuthorizationFault if Tableau would not take it; shown as a page until the redirect URI is trusted */
    static AuthorizationRequest parse(Parameters parameters, RedirectUris redirects) {
        URI redirectUri = parameters
                .one("redirect_uri")
                .flatMap(redirects::trusted)
                .orElseThrow(() -> new AuthorizationFault("redirect_uri", untrusted()));
        requireWellFormed(parameters, redirectUri);
        return new AuthorizationRequest(
                parameters.one("client_id").orElseThrow(),
                redirectUri,
                parameters.one("code_challenge").orElseThrow(),
                parameters.one("state").orElseThrow(),
                parameters.one("device_name").orElseThrow(),
                parameters.one("target_site").orElse(""),
                parameters.is("redirected", "true"));
    }

    private static void requireWellFormed(Parameters parameters, URI redirectUri) {
        boolean isWellFormed = !parameters.hasRepeated()
                && RULES.stream()
                        .allMatch(rule -> parameters
                                .one(rule.parameter())
                                .filter(rule.holds())
                                .isPresent());
        if (!isWellFormed) {
            URI target = withQuery(redirectUri, "error=invalid_request", parameters.filled("state"));
            throw new AuthorizationFault("invalid_request", Reply.redirect(target));
        }
    }

    URI withError(String error) {
        return withQuery(redirectUri, "error=" + error, Optional.of(state));
    }

    URI withCode(String code) {
        return withQuery(redirectUri, "code=" + encode(code), Optional.of(state));
    }

    private static URI withQuery(URI uri, String first, Optional<String> state) {
        String query = state.map(value -> first + "&state=" + encode(value)).orElse(first);
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + query);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static Reply untrusted() {
        return Page.reply(400, "This sign-in cannot start", Html.of("""
                        <p>The application's return address (<code>redirect_uri</code>) is missing, repeated or not allowed here.
                        It must be an absolute web address on an allowed host, and its path must end in <code>/Callback</code>.</p>
                        """));
    }
}
