package org.vizgate.authorize;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.vizgate.access.Blocked;
import org.vizgate.audit.AuditLog;
import org.vizgate.client.Clients;
import org.vizgate.client.TestClients;
import org.vizgate.crypto.Pkce;
import org.vizgate.crypto.SealedBox;
import org.vizgate.grant.AuthorizationCodes;
import org.vizgate.grant.TestGrants;
import org.vizgate.grant.UsedStates;
import org.vizgate.jose.TestKeys;
import org.vizgate.metrics.Metrics;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.protocol.Resources;
import org.vizgate.protocol.ScopePolicy;
import org.vizgate.scope.Scopes;
import org.vizgate.tableau.SiteLock;
import org.vizgate.tableau.TestTableau;
import org.vizgate.testing.SetClock;
import org.vizgate.testing.TestStore;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

/** The browser's endpoints with a store, a clock, a Tableau, and one browser that keeps cookies. */
final class TestSignIns implements AutoCloseable {
    static final String LOOPBACK = "http://127.0.0.1:51004/cb";
    static final String CUSTOM = "cursor://cb";
    static final String QUERIED = "https://client.example/cb?x=1";
    static final String MANY = "many";
    static final Duration PENDING = Duration.ofMinutes(10);

    private static final Pattern FORM = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*);.*Max-Age=([0-9]+);.*");

    final SetClock clock = new SetClock(TestGrants.NOW);
    final TestStore store = new TestStore();
    final TestTableau tableau = new TestTableau();
    final AuthorizationCodes codes = TestGrants.codes(store, clock);
    final Map<String, String> browser = new HashMap<>();

    private final SignInEndpoints endpoints;

    TestSignIns() {
        this(ConsentPolicy.ALWAYS, new SiteLock("", false), TestKeys.ISSUER);
    }

    TestSignIns(ConsentPolicy policy, SiteLock site, String issuer) {
        URI base = URI.create(issuer);
        Clients clients = TestClients.of(
                clock,
                TestClients.publicClient(TestClients.PUBLIC, "Client One", TestClients.REDIRECT),
                TestClients.publicClient(
                        MANY, "", "http://127.0.0.1/cb", CUSTOM, QUERIED, "https://localhost/cb", TestClients.REDIRECT),
                TestClients.publicClient(
                        "hostile",
                        "<script>alert('1')</script>\" onload=\"x {0}",
                        "https://client.example/cb?\"><b>".replace("\"><b>", "%22%3E%3Cb%3E"),
                        "http://127.0.0.1/'a&b'"));
        endpoints = SignInEndpoints.of(
                new SignInEndpoints.Rules(
                        policy, site, new Blocked(Set.of(), Set.of("blocked-user")), PENDING, Optional.empty()),
                new SignInEndpoints.Parts(
                        clients,
                        Resources.of(base, List.of(URI.create(issuer), URI.create(issuer + "/mcp"))),
                        new ScopePolicy(Scopes.of("tableau:content:read", "tableau:views:*"), false),
                        codes,
                        new UsedStates(store, clock),
                        tableau.hosts(),
                        tableau.authorization(clock),
                        tableau.rest(),
                        new AuditLog(new Metrics())),
                new EndpointUris(base, URI.create(issuer + "/Callback"), "/oauth"),
                new SealedBox(new byte[32], TestKeys.RANDOM),
                TestKeys.JSON,
                TestKeys.RANDOM,
                clock);
    }

    /** The ordinary request, with other values for these names; an empty one leaves the parameter out. */
    static String request(String... changes) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("client_id", TestClients.PUBLIC);
        all.put("redirect_uri", TestClients.REDIRECT);
        all.put("response_type", "code");
        all.put("state", "client's state&=\u00e4");
        all.put("code_challenge", Pkce.challengeOf(TestGrants.VERIFIER));
        all.put("code_challenge_method", "S256");
        for (int i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return TestCall.encoded(all.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new));
    }

    Reply authorize(String query) {
        return kept(endpoints
                .authorize()
                .handle(TestCall.get("/oauth/authorize")
                        .query(query)
                        .cookies(browser)
                        .call()));
    }

    Reply authorize(TestCall call) {
        return kept(endpoints.authorize().handle(call.cookies(browser).call()));
    }

    static String form(Reply page) {
        Matcher matcher = FORM.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("no form in " + page.body());
        }
        return matcher.group(1);
    }

    Reply consent(TestCall call) {
        return kept(endpoints.consent().handle(call.cookies(browser).call()));
    }

    Reply decide(String form, String decision) {
        return consent(TestCall.form("/oauth/consent", "request", form, "decision", decision));
    }

    /** What Tableau's page is asked for after consent. */
    Parameters allowed(String query) {
        return TestCall.redirected(decide(form(authorize(query)), "allow"));
    }

    Reply callback(String... query) {
        return kept(callbackOnly(browser, query));
    }

    Reply callbackOnly(Map<String, String> cookies, String... query) {
        return endpoints
                .callback()
                .handle(TestCall.get("/Callback")
                        .query(TestCall.encoded(query))
                        .cookies(cookies)
                        .call());
    }

    /** From the request to the client's answer. */
    Reply signedIn(String query) {
        return callback("state", allowed(query).required("state"), "code", "tableau-code");
    }

    private Reply kept(Reply reply) {
        for (String header : TestCall.headers(reply, "Set-Cookie")) {
            Matcher cookie = COOKIE.matcher(header);
            if (!cookie.matches()) {
                throw new AssertionError(header);
            }
            if (cookie.group(3).equals("0")) {
                browser.remove(cookie.group(1));
            } else {
                browser.put(cookie.group(1), cookie.group(2));
            }
        }
        return reply;
    }

    long pendingCookies() {
        return browser.keySet().stream().filter(name -> name.contains("flow-")).count();
    }

    @Override
    public void close() {
        tableau.close();
        store.close();
    }
}
