package org.vizgate.servlet;

import java.time.Duration;

import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.config.Settings;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.KeyRing;
import org.vizgate.limit.CostlyAttempts;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.protocol.Resources;
import org.vizgate.protocol.ScopePolicy;

/** What the gate is for: its addresses, its resources, their scopes, and the tokens that open it. */
record Protected(EndpointUris uris, Resources resources, ScopePolicy scopes, AccessTokens accessTokens) {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    // For a turn to decrypt: enough for some thousand first sights when a node starts. Whoever waits holds a thread of
    // the container, which those whose tokens are known need, too.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    static Protected of(Settings.Protecting settings, KeyRing keys, Instruments instruments) {
        Settings.Gate gate = settings.gate();
        Resources resources = Resources.of(gate.issuer(), gate.resources());
        AccessTokenCipher cipher = new AccessTokenCipher(
                keys,
                AccessTokenFormat.valueOf(gate.tokenFormat().name()),
                gate.acceptUnsignedTokens(),
                instruments.random(),
                instruments.json());
        return new Protected(
                new EndpointUris(gate.issuer(), gate.redirectUri(), gate.endpointPath()),
                resources,
                scopes(settings.protection()),
                new AccessTokens(
                        cipher,
                        instruments.json(),
                        gate.issuer().toString(),
                        resources.identifiers(),
                        CLOCK_SKEW,
                        attempts(settings.protection(), instruments),
                        instruments.clock()));
    }

    // One processor less than there are: a flood of tokens that nobody knows must leave room for those that are known.
    private static CostlyAttempts attempts(Settings.Protection protection, Instruments instruments) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new CostlyAttempts(
                protection.rateLimit(), Math.max(1, processors - 1), LONGEST_WAIT, instruments.clock());
    }

    private static ScopePolicy scopes(Settings.Protection protection) {
        return new ScopePolicy(
                protection
                        .scopesSupported()
                        .orElseGet(() -> protection.scopeRules().all()),
                protection.scopesDisabled());
    }
}
