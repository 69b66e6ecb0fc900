package org.vizgate.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class DocumentTest {
    private static final Document DOCUMENT = Document.of("{\"name\":\"\u00e9\"}");
    private static final String TAG = DOCUMENT.entityTag();

    @Test
    void theBytes_areUtf8() {
        assertThat(DOCUMENT.bytes()).isEqualTo("{\"name\":\"\u00e9\"}".getBytes(UTF_8));
    }

    @Test
    void theTag_isStrongAndOfTheContent() {
        assertThat(TAG).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(Document.of("{\"name\":\"\u00e9\"}").entityTag()).isEqualTo(TAG);
        assertThat(Document.of("{\"name\":\"e\"}").entityTag()).isNotEqualTo(TAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "*", "\"other\", %s", " %s , \"other\"", "\"a,b\",W/%s"})
    void whoeverHasIt_isRecognised(String form) {
        assertThat(DOCUMENT.isKnownTo(List.of("\"first\"", form.replace("%s", TAG))))
                .isTrue();
    }

    @Test
    void anyOtherTag_isUnknown() {
        String bare = TAG.replace("\"", "");

        assertThat(DOCUMENT.isKnownTo(List.of())).isFalse();
        assertThat(DOCUMENT.isKnownTo(List.of("", ",", bare, "\"x" + bare + "\"", "w/" + TAG, "\"*\"")))
                .isFalse();
    }
}
