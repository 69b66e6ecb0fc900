package org.vizgate.protocol;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.scope.Scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ScopePolicyTest {
    private final ScopePolicy policy = new ScopePolicy(Scopes.of("tableau:content:read", "tableau:views:*"), false);

    @Test
    void noScope_isAllThatIsSupported() {
        assertThat(granted(Optional.empty())).hasToString("tableau:content:read tableau:views:*");
        assertThat(granted(Optional.of(" "))).hasToString("tableau:content:read tableau:views:*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tableau:content:read", "tableau:views:download", "tableau:views:*"})
    void aSupportedScope_isGranted(String scope) {
        assertThat(granted(Optional.of(scope))).hasToString(scope);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tableau:content:write",
                "tableau:content:*",
                "tableau:*",
                "tableau:*:*",
                "*",
                "TABLEAU:CONTENT:READ",
                "a\"b",
                "a\\b"
            })
    void anyOtherScope_isInvalidScope(String scope) {
        assertInvalidScope(() -> policy.granted(Optional.of(scope)));
    }

    @Test
    void unknownScopesBesideAKnownOne_areLeftOut() {
        assertThat(granted(Optional.of("mcp:tools tableau:content:read"))).hasToString("tableau:content:read");
    }

    @Test
    void scopesOfOpenIdConnect_areAcceptedAndGrantNothing() {
        assertThat(granted(Optional.of("openid profile email"))).isEqualTo(policy.supported());
    }

    @Test
    void anyScope_isAcceptedWhereNoneIsSupported() {
        ScopePolicy none = new ScopePolicy(Scopes.none(), false);

        assertThat(none.granted(Optional.of("mcp:tools"))).isEqualTo(Scopes.none());
    }

    @Test
    void offlineAccess_isAcceptedAndGrantsNothing() {
        assertThat(granted(Optional.of("tableau:content:read offline_access"))).hasToString("tableau:content:read");
        assertThat(granted(Optional.of("offline_access"))).isEqualTo(policy.supported());
    }

    @Test
    void scopesThatAreOff_areAcceptedAndGrantNothing() {
        ScopePolicy off = new ScopePolicy(Scopes.none(), true);

        assertThat(off.granted(Optional.of("whatever"))).isEqualTo(Scopes.none());
        assertThat(off.granted(Optional.empty())).isEqualTo(Scopes.none());
    }

    private Scopes granted(Optional<String> requested) {
        return policy.granted(requested);
    }

    private static void assertInvalidScope(Runnable asking) {
        assertThat(catchThrowableOfType(OAuthException.class, asking::run).code())
                .isEqualTo(ErrorCode.INVALID_SCOPE);
    }
}
