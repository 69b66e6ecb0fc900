package org.vizgate.resource;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.vizgate.jose.TestKeys;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a body is: it is one certain call, or none, and no exception. */
@Tag("fuzz")
class RpcFuzzTest {
    private static final RpcCalls CALLS = new RpcCalls(TestKeys.JSON);

    @FuzzTest
    void body(byte[] data) {
        assertThat(CALLS.read(data)).isEqualTo(CALLS.read(data.clone()));
    }
}
