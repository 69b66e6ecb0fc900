package org.vizgate.grant;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.vizgate.audit.AuditLog;
import org.vizgate.metrics.Metrics;
import org.vizgate.outbound.LogCapture;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.testing.SetClock;
import org.vizgate.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RevocationsTest {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration LONGEST_TOKEN = Duration.ofHours(1);

    private final SetClock clock = new SetClock(TestGrants.NOW);
    private final TestStore store = new TestStore();
    private final Revocations here = node();
    private final Revocations elsewhere = node();

    @Test
    void aGrantThatNobodyEnded_isNotRevoked() {
        assertThat(here.isRevoked("grant")).isFalse();
    }

    @Test
    void onThisNode_aRevocationIsKnownAtOnce() {
        here.isRevoked("grant");
        here.revoke("grant");

        assertThat(here.isRevoked("grant")).isTrue();
        assertThat(here.isRevoked("another")).isFalse();
    }

    @Test
    void onAnotherNode_aRevocationIsKnownAfterTheInterval() {
        elsewhere.isRevoked("grant");
        here.revoke("grant");

        clock.advance(INTERVAL.minusMillis(1));
        assertThat(elsewhere.isRevoked("grant")).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(elsewhere.isRevoked("grant")).isTrue();
    }

    @Test
    void aNodeThatHasNotAskedYet_knowsAtOnce() {
        here.revoke("grant");

        assertThat(elsewhere.isRevoked("grant")).isTrue();
    }

    @Test
    void withoutAnInterval_theStoreIsAskedEachTime() {
        Revocations strict = new Revocations(store, Duration.ZERO, LONGEST_TOKEN, clock);
        strict.isRevoked("grant");
        here.revoke("grant");

        assertThat(strict.isRevoked("grant")).isTrue();
    }

    @Test
    void aRevocation_lastsAsLongAsTheLongestToken() {
        here.revoke("grant");
        clock.advance(LONGEST_TOKEN.minusMillis(1));

        assertThat(here.isRevoked("grant")).isTrue();
        assertThat(elsewhere.isRevoked("grant")).isTrue();
    }

    /** Whoever read the grant before it ended may still be writing a token, on a node whose clock is ahead. */
    @Test
    void aTokenIssuedAMomentAfterTheRevocation_isDeadToItsEnd() {
        here.revoke("grant");
        Duration moment = Duration.ofSeconds(10);
        clock.advance(moment.plus(LONGEST_TOKEN).minusMillis(1));

        assertThat(here.isRevoked("grant")).isTrue();
        assertThat(elsewhere.isRevoked("grant")).isTrue();
    }

    @Test
    void revokingTwice_isNoError() {
        here.revoke("grant");
        elsewhere.revoke("grant");

        assertThat(here.isRevoked("grant")).isTrue();
    }

    @Test
    void aStoreThatIsDown_isBelievedToSayNoAndLogged() {
        store.breakDown();
        try (LogCapture log = LogCapture.ofEverything()) {
            assertThat(here.isRevoked("grant")).isFalse();
            assertThat(log.text()).contains("revocations cannot be read");
        }
    }

    @Test
    void afterTheStoreRecovered_itIsAskedAtTheNextInterval() {
        store.breakDown();
        here.isRevoked("grant");
        store.repair();
        elsewhere.revoke("grant");
        clock.advance(INTERVAL);

        assertThat(here.isRevoked("grant")).isTrue();
    }

    @Test
    void aStoreThatIsDown_doesNotUndoAKnownRevocation() {
        here.revoke("grant");
        elsewhere.isRevoked("grant");
        store.breakDown();
        clock.advance(LONGEST_TOKEN.minusMillis(1));

        assertThat(here.isRevoked("grant")).isTrue();
        assertThat(elsewhere.isRevoked("grant")).isTrue();
    }

    @Test
    void revokingWithoutAStore_goesThroughAndIsKnownHere() {
        store.breakDown();

        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> here.revoke("grant"));
        assertThat(here.isRevoked("grant")).isTrue();
    }

    @Test
    void endingAGrant_endsItsTokensOfBothKinds() {
        RefreshGrants grants = TestGrants.grants(store, clock);
        String token = grants.create(TestGrants.grant(), Duration.ofHours(1));

        new GrantEnding(grants, here, new AuditLog(new Metrics())).end(TestGrants.GRANT_ID, EndReason.REVOKED, "ref");

        assertThat(grants.find(token)).isEmpty();
        assertThat(here.isRevoked(TestGrants.GRANT_ID)).isTrue();
    }

    @Test
    void endingAGrantTwice_isNoError() {
        GrantEnding ending = new GrantEnding(TestGrants.grants(store, clock), here, new AuditLog(new Metrics()));
        ending.end(TestGrants.GRANT_ID, EndReason.REVOKED, "ref");
        ending.end(TestGrants.GRANT_ID, EndReason.REVOKED, "ref");

        assertThat(here.isRevoked(TestGrants.GRANT_ID)).isTrue();
    }

    /** A thief must not keep the refresh token because the store has no room for the revocation. */
    @Test
    void endingAGrantWhenTheStoreIsFull_endsTheRefreshTokenAtLeast() {
        RefreshGrants grants = TestGrants.grants(store, clock);
        String token = grants.create(TestGrants.grant(), Duration.ofHours(1));
        store.fill();

        assertThatExceptionOfType(GrantStoreException.class)
                .isThrownBy(() -> new GrantEnding(grants, here, new AuditLog(new Metrics()))
                        .end(TestGrants.GRANT_ID, EndReason.REVOKED, "ref"));
        assertThat(grants.find(token)).isEmpty();
    }

    @Test
    void aLostRevocation_isStillKnownHere() {
        here.revoke("grant");
        store.lose(EntryKind.REVOCATION, "grant");
        clock.advance(INTERVAL);

        assertThat(here.isRevoked("grant")).isTrue();
    }

    private Revocations node() {
        return new Revocations(store, INTERVAL, LONGEST_TOKEN, clock);
    }
}
