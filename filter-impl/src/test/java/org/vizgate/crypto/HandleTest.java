package org.vizgate.crypto;

import java.security.SecureRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HandleTest {
    private static final String ID = "abcdefghijklmnopqrst-_";
    private static final String SECRET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefg";

    private final RandomTokens random = new RandomTokens(new SecureRandom());

    @Test
    void aRevealedHandle_isParsed() {
        Handle handle = Handle.random(random);

        assertThat(Handle.parse(handle.reveal()).map(Handle::reveal)).contains(handle.reveal());
        assertThat(Handle.parse(handle.reveal()).map(Handle::id)).contains(handle.id());
    }

    @Test
    void twoHandles_haveNothingInCommon() {
        Handle one = Handle.random(random);
        Handle other = Handle.random(random);

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.reveal().substring(22)).isNotEqualTo(other.reveal().substring(22));
    }

    @Test
    void theBox_opensWithTheSameHandleOnly() {
        Handle handle = Handle.random(random);
        String box = handle.box(random).seal("text", "purpose");

        assertThat(Handle.parse(handle.reveal()).orElseThrow().box(random).open(box, "purpose"))
                .contains("text");
        assertThat(Handle.random(random).box(random).open(box, "purpose")).isEmpty();
    }

    @Test
    void toString_showsTheIdOnly() {
        Handle handle = Handle.parse(ID + "." + SECRET).orElseThrow();

        assertThat(handle).hasToString("Handle[" + ID + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ID,
                ID + ".",
                "." + SECRET,
                ID + "." + SECRET + "x",
                "x" + ID + "." + SECRET,
                ID + "." + SECRET + "\n",
                ID + ".." + SECRET,
                ID + ":" + SECRET,
                "abcdefghijklmnopqrst+/." + SECRET,
                ID + ".ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdef="
            })
    void anotherForm_isNoHandle(String text) {
        assertThat(Handle.parse(text)).isEmpty();
    }
}
