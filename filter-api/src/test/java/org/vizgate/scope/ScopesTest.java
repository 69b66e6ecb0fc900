package org.vizgate.scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScopesTest {
    @Test
    void aText_keepsItsOrderAndLosesRepetitions() {
        assertThat(Scopes.parse("b a  b c")).hasToString("b a c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   "})
    void aBlankText_isNoScope(String text) {
        assertThat(Scopes.parse(text)).isEqualTo(Scopes.none());
        assertThat(Scopes.parse(null).isEmpty()).isTrue();
    }

    /** RFC 6749 section 3.3: %x21 / %x23-5B / %x5D-7E. */
    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a\\b", "a\tb", "a\nb", "ä", "a\u0000"})
    void aForbiddenCharacter_isRefused(String scope) {
        assertThatIllegalArgumentException().isThrownBy(() -> Scopes.of(scope));
        assertThatIllegalArgumentException().isThrownBy(() -> Scopes.parse("ok " + scope));
    }

    @Test
    void anEmptyScope_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scopes.of(""));
    }

    @ParameterizedTest
    @CsvSource({
        "tableau:content:read,  tableau:content:read,  true",
        "tableau:content:*,     tableau:content:read,  true",
        "tableau:content:*,     tableau:content:write, true",
        "tableau:content:*,     tableau:content:*,     true",
        "tableau:content:read,  tableau:content:*,     false",
        "tableau:content:read,  tableau:content:write, false",
        "tableau:content:*,     tableau:contents:read, false",
        "tableau:*,             tableau:content:read,  false",
        "tableau:*:*,           tableau:content:read,  false",
        "*,                     tableau:content:read,  false",
        "tableau:mcp:*,         tableau:mcp:tools:run, false",
        "TABLEAU:CONTENT:READ,  tableau:content:read,  false"
    })
    void aWildcard_coversTheActionsOfItsResourceOnly(String granted, String needed, boolean covered) {
        assertThat(Scopes.of(granted).covers(needed)).isEqualTo(covered);
        assertThat(Scopes.of(granted).covers(Scopes.of(needed))).isEqualTo(covered);
    }

    @Test
    void anyScopes_coverNone() {
        assertThat(Scopes.none().covers(Scopes.none())).isTrue();
        assertThat(Scopes.none().covers("a")).isFalse();
    }

    @Test
    void severalNeeds_areCoveredTogether() {
        Scopes granted = Scopes.of("a:b:*", "c:d:e");

        assertThat(granted.covers(Scopes.of("a:b:x", "c:d:e"))).isTrue();
        assertThat(granted.covers(Scopes.of("a:b:x", "c:d:f"))).isFalse();
    }

    @Test
    void within_keepsWhatTheCeilingCovers() {
        assertThat(Scopes.of("a:b:x", "a:b:y", "c:d:e").within(Scopes.of("a:b:*")))
                .hasToString("a:b:x a:b:y");
    }

    @Test
    void and_isTheUnion() {
        assertThat(Scopes.of("a", "b").and(Scopes.of("b", "c"))).hasToString("a b c");
    }

    @Test
    void equality_isOfTheSet() {
        assertThat(Scopes.of("a", "b")).isEqualTo(Scopes.of("b", "a")).hasSameHashCodeAs(Scopes.of("b", "a"));
        assertThat(Scopes.of("a")).isNotEqualTo(Scopes.of("b"));
    }

    @Test
    void values_cannotBeChanged() {
        assertThatThrownBy(() -> Scopes.of("a").values().add("b")).isInstanceOf(UnsupportedOperationException.class);
    }
}
