package org.vizgate.grant;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.testing.Parallel;
import org.vizgate.testing.SetClock;
import org.vizgate.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UsedStatesTest {
    private static final Instant UNTIL = TestGrants.NOW.plusSeconds(600);

    private final SetClock clock = new SetClock(TestGrants.NOW);
    private final TestStore store = new TestStore();
    private final UsedStates states = new UsedStates(store, clock);

    @Test
    void aState_isUsedOnce() {
        assertThat(states.use("state", UNTIL)).isTrue();
        assertThat(states.use("state", UNTIL)).isFalse();
        assertThat(states.use("other", UNTIL)).isTrue();
    }

    @Test
    void anotherNode_knowsTheUse() {
        states.use("state", UNTIL);

        assertThat(new UsedStates(store, clock).use("state", UNTIL)).isFalse();
    }

    @Test
    void ofManyUses_oneIsTheFirst() {
        assertThat(Parallel.run(() -> states.use("state", UNTIL))).containsOnlyOnce(true);
    }

    @Test
    void justBeforeItsEnd_aStateIsStillUsed() {
        states.use("state", UNTIL);
        clock.set(UNTIL.minusMillis(1));

        assertThat(states.use("state", UNTIL)).isFalse();
    }

    @Test
    void aStoreThatIsDown_goesThrough() {
        store.breakDown();

        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> states.use("state", UNTIL));
    }
}
