package org.vizgate.grant;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.crypto.Handle;
import org.vizgate.grant.AuthorizationCodes.Found;
import org.vizgate.grant.AuthorizationCodes.Spent;
import org.vizgate.grant.AuthorizationCodes.Unspent;
import org.vizgate.jose.TestKeys;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.testing.Parallel;
import org.vizgate.testing.SetClock;
import org.vizgate.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthorizationCodesTest {
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final AuthorizationCode CODE =
            TestGrants.code(TestGrants.tableau(URI.create("https://pod.online.tableau.com"), Duration.ofHours(2)));

    private final SetClock clock = new SetClock(TestGrants.NOW);
    private final TestStore store = new TestStore();
    private final AuthorizationCodes codes = TestGrants.codes(store, clock);

    @Test
    void aNewCode_isFoundAsItWas() {
        assertThat(unspent(codes.create(CODE, LIFE)).code()).isEqualTo(CODE);
    }

    @Test
    void finding_doesNotSpend() {
        String text = codes.create(CODE, LIFE);
        codes.find(text);

        assertThat(codes.find(text)).containsInstanceOf(Unspent.class);
    }

    @Test
    void justBeforeItsEnd_aCodeIsFound() {
        String text = codes.create(CODE, LIFE);
        clock.advance(LIFE.minusMillis(1));

        assertThat(codes.find(text)).isPresent();
    }

    @Test
    void atItsEnd_aCodeIsUnknown() {
        String text = codes.create(CODE, LIFE);
        clock.advance(LIFE);

        assertThat(codes.find(text)).isEmpty();
    }

    @Test
    void aCodeFoundInTime_isNotSpentAtItsEnd() {
        Unspent found = unspent(codes.create(CODE, LIFE));
        clock.advance(LIFE);

        assertThat(spend(found)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "vg1.x", "\u0000"})
    void whatIsNoCode_isUnknown(String text) {
        assertThat(codes.find(text)).isEmpty();
    }

    @Test
    void theIdWithAnotherSecret_isUnknownAndBurnsNothing() {
        String text = codes.create(CODE, LIFE);
        String forged =
                text.substring(0, 23) + Handle.random(TestKeys.RANDOM).reveal().substring(23);

        assertThat(codes.find(forged)).isEmpty();
        assertThat(spend(unspent(text))).isTrue();
    }

    @Test
    void ofManyWhoSpend_oneSucceeds() {
        Unspent found = unspent(codes.create(CODE, LIFE));

        assertThat(Parallel.run(() -> spend(found))).containsOnlyOnce(true);
    }

    @Test
    void ofManyWhoFindAndSpend_oneSucceeds() {
        String text = codes.create(CODE, LIFE);

        assertThat(Parallel.run(() -> codes.find(text)
                        .filter(Unspent.class::isInstance)
                        .map(found -> spend((Unspent) found))
                        .orElse(false)))
                .containsOnlyOnce(true);
    }

    @Test
    void aSpentCode_namesItsGrantAndChallengeToItsHolder() {
        String text = codes.create(CODE, LIFE);
        spend(unspent(text));

        assertThat(codes.find(text)).contains(new Spent(CODE.codeChallenge(), TestGrants.GRANT_ID));
    }

    @Test
    void aTombstone_opensWithTheCodeOnly() {
        String text = codes.create(CODE, LIFE);
        spend(unspent(text));
        String forged =
                text.substring(0, 23) + Handle.random(TestKeys.RANDOM).reveal().substring(23);

        assertThat(codes.find(forged)).isEmpty();
    }

    @Test
    void aTombstone_outlivesTheCode() {
        String text = codes.create(CODE, LIFE);
        spend(unspent(text));

        clock.advance(Duration.ofDays(1).minusMillis(1));
        assertThat(codes.find(text)).containsInstanceOf(Spent.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(codes.find(text)).isEmpty();
    }

    @Test
    void theStore_seesNeitherTheCodeNorASecret() {
        String text = codes.create(CODE, LIFE);
        spend(unspent(text));

        assertThat(store.everythingWritten())
                .isNotEmpty()
                .doesNotContain("SECRET", text.substring(23), "user-luid", "client.example", CODE.codeChallenge());
    }

    @Test
    void aStoreThatIsDown_goesThrough() {
        String text = codes.create(CODE, LIFE);
        Unspent found = unspent(text);
        store.breakDown();

        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> codes.create(CODE, LIFE));
        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> codes.find(text));
        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> spend(found));
    }

    @Test
    void afterTheStoreRecovered_theCodeIsStillThere() {
        String text = codes.create(CODE, LIFE);
        store.breakDown();
        store.repair();

        assertThat(spend(unspent(text))).isTrue();
    }

    private boolean spend(Unspent found) {
        Instant until = TestGrants.NOW.plus(Duration.ofDays(1));
        return codes.spend(found, TestGrants.GRANT_ID, until);
    }

    private Unspent unspent(String text) {
        Found found = codes.find(text).orElseThrow();
        return (Unspent) found;
    }
}
