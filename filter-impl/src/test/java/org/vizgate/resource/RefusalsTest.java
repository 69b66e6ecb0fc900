package org.vizgate.resource;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.vizgate.jose.TestKeys;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resources;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalsTest {
    private final Resources resources = Resources.of(
            URI.create("https://gate.example/app"),
            List.of(URI.create("https://gate.example/app"), URI.create("https://gate.example/app/mcp")));
    private final Refusals refusals = new Refusals(URI.create("https://gate.example/app"), TestKeys.JSON);

    @Test
    void aRequestWithoutAToken_isChallengedWithoutAnError() {
        Reply reply = refusals.missing(resources.of("/x"), Scopes.none());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(challenge(reply))
                .isEqualTo("Bearer realm=\"vizgate\","
                        + " resource_metadata=\"https://gate.example/app/.well-known/oauth-protected-resource\"");
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void neededScopes_areInTheChallenge() {
        assertThat(challenge(refusals.missing(resources.of("/x"), Scopes.of("a:b:c", "d:e:f"))))
                .isEqualTo("Bearer realm=\"vizgate\", scope=\"a:b:c d:e:f\","
                        + " resource_metadata=\"https://gate.example/app/.well-known/oauth-protected-resource\"");
    }

    @Test
    void theMetadata_areThoseOfTheLongestResource() {
        assertThat(challenge(refusals.missing(resources.of("/mcp/tools"), Scopes.none())))
                .endsWith("resource_metadata=\"https://gate.example/app/.well-known/oauth-protected-resource/mcp\"");
    }

    @Test
    void aBadToken_isChallengedWithTheError() {
        Reply reply = refusals.refused(
                new OAuthException(ErrorCode.INVALID_TOKEN, "the token \"x\" is bad", "log"),
                resources.of("/mcp"),
                Scopes.of("a:b:c"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(challenge(reply))
                .isEqualTo("Bearer realm=\"vizgate\", error=\"invalid_token\","
                        + " error_description=\"the token ?x? is bad\", scope=\"a:b:c\","
                        + " resource_metadata=\"https://gate.example/app/.well-known/oauth-protected-resource/mcp\"");
    }

    @Test
    void tooFewScopes_are403WithAllThatAreNeeded() {
        Reply reply = refusals.refused(
                new OAuthException(ErrorCode.INSUFFICIENT_SCOPE, "more"), resources.of("/x"), Scopes.of("a", "b"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(challenge(reply)).contains("error=\"insufficient_scope\"", "scope=\"a b\"");
    }

    @Test
    void aMalformedRequest_is400WithTheError() {
        Reply reply = refusals.refused(
                new OAuthException(ErrorCode.INVALID_REQUEST, "bad"), resources.of("/x"), Scopes.none());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(challenge(reply)).contains("error=\"invalid_request\"");
    }

    /** With a challenge clients would throw good tokens away. */
    @Test
    void anOutage_is503WithoutAChallenge() {
        Reply reply = refusals.refused(
                new OAuthException(ErrorCode.TEMPORARILY_UNAVAILABLE, "later"), resources.of("/x"), Scopes.none());

        assertThat(reply.status()).isEqualTo(503);
        assertThat(TestCall.header(reply, "Retry-After")).isEqualTo("5");
        assertThat(TestCall.headers(reply, "WWW-Authenticate")).isEmpty();
    }

    @Test
    void tooManyBadTokens_are429WithoutAChallenge() {
        Reply reply = refusals.refused(
                new OAuthException(ErrorCode.TOO_MANY_REQUESTS, "slowly"), resources.of("/x"), Scopes.none());

        assertThat(reply.status()).isEqualTo(429);
        assertThat(TestCall.header(reply, "Retry-After")).isEqualTo("1");
        assertThat(TestCall.headers(reply, "WWW-Authenticate")).isEmpty();
    }

    @Test
    void aForeignOrigin_is403() {
        assertThat(refusals.foreign("not you").status()).isEqualTo(403);
    }

    private static String challenge(Reply reply) {
        return TestCall.header(reply, "WWW-Authenticate");
    }
}
