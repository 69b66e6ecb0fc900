package org.vizgate.grant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.crypto.MacKey;
import org.vizgate.grant.RefreshGrants.Current;
import org.vizgate.grant.RefreshGrants.Reused;
import org.vizgate.grant.RefreshGrants.Superseded;
import org.vizgate.jose.TestKeys;
import org.vizgate.session.Secret;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.testing.Parallel;
import org.vizgate.testing.SetClock;
import org.vizgate.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RefreshGrantsTest {
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final SetClock clock = new SetClock(TestGrants.NOW);
    private final TestStore store = new TestStore();
    private final RefreshGrants grants = TestGrants.grants(store, clock);
    private final RefreshGrant grant = TestGrants.grant();

    @Test
    void aNewToken_isCurrent() {
        assertThat(current(grants.create(grant, IDLE)).grant()).isEqualTo(grant);
    }

    @Test
    void anotherNode_findsTheTokenToo() {
        String token = grants.create(grant, IDLE);

        assertThat(TestGrants.grants(store, clock).find(token)).containsInstanceOf(Current.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.0.b.c", "grantgrantgrantgrant-1.0", "grantgrantgrantgrant-1.-1.x.x"})
    void whatIsNoToken_isUnknown(String text) {
        grants.create(grant, IDLE);

        assertThat(grants.find(text)).isEmpty();
    }

    @Test
    void anUnusedToken_endsWithItsIdleTime() {
        String token = grants.create(grant, IDLE);

        clock.advance(IDLE.minusMillis(1));
        assertThat(grants.find(token)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(grants.find(token)).isEmpty();
    }

    @Test
    void aTokenInUse_endsWithItsGrant() {
        String token = grants.create(grant, IDLE);
        while (clock.instant().isBefore(grant.endsAt().minus(IDLE))) {
            clock.advance(Duration.ofMinutes(50));
            token = rotated(token);
        }

        clock.set(grant.endsAt().minusMillis(1));
        assertThat(grants.find(token)).isPresent();
        clock.set(grant.endsAt());
        assertThat(grants.find(token)).isEmpty();
    }

    @Test
    void ofManyWhoLease_oneGetsTheLease() {
        Current found = current(grants.create(grant, IDLE));

        List<Optional<Current>> leases = Parallel.run(() -> grants.lease(found, LEASE));

        assertThat(leases).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void aLease_keepsOthersOutUntilItsEnd() {
        String token = grants.create(grant, IDLE);
        grants.lease(current(token), LEASE);

        clock.advance(LEASE.minusMillis(1));
        assertThat(grants.lease(current(token), LEASE)).isEmpty();
        assertThat(current(token).isLeasedAt(clock.instant())).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(grants.lease(current(token), LEASE)).isPresent();
    }

    @Test
    void aLeaseThatWasLost_rotatesNothing() {
        String token = grants.create(grant, IDLE);
        Current late = grants.lease(current(token), LEASE).orElseThrow();
        clock.advance(LEASE);
        Current second = grants.lease(current(token), LEASE).orElseThrow();

        assertThat(grants.rotate(late, grant, IDLE, GRACE)).isEmpty();
        assertThat(grants.rotate(second, grant, IDLE, GRACE)).isPresent();
    }

    @Test
    void ofManyWhoRotateWithOneLease_oneSucceeds() {
        Current leased =
                grants.lease(current(grants.create(grant, IDLE)), LEASE).orElseThrow();

        List<Optional<String>> successors = Parallel.run(() -> grants.rotate(leased, grant, IDLE, GRACE));

        assertThat(successors).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void aReleasedLease_changesNothingAndIsFree() {
        String token = grants.create(grant, IDLE);
        grants.release(grants.lease(current(token), LEASE).orElseThrow());

        assertThat(current(token).isLeasedAt(clock.instant())).isFalse();
        assertThat(grants.lease(current(token), LEASE)).isPresent();
    }

    @Test
    void aReleaseThatComesTooLate_doesNotEndTheNextLease() {
        String token = grants.create(grant, IDLE);
        Current late = grants.lease(current(token), LEASE).orElseThrow();
        clock.advance(LEASE);
        grants.lease(current(token), LEASE);

        grants.release(late);

        assertThat(grants.lease(current(token), LEASE)).isEmpty();
    }

    @Test
    void aSuccessor_holdsTheRenewedGrant() {
        String token = grants.create(grant, IDLE);
        TableauGrant renewed = grant.approval()
                .tableau()
                .renewed(Secret.of("SECRET-2"), TestGrants.NOW.plusSeconds(9_000), Secret.of("SECRET-3"));
        Current leased = grants.lease(current(token), LEASE).orElseThrow();
        String successor =
                grants.rotate(leased, grant.with(renewed), IDLE, GRACE).orElseThrow();

        assertThat(current(successor).grant()).isEqualTo(grant.with(renewed));
    }

    @Test
    void withinTheGrace_aSupersededTokenGivesItsSuccessor() {
        String token = grants.create(grant, IDLE);
        String successor = rotated(token);

        assertThat(grants.find(token)).contains(new Superseded(successor));
        clock.advance(GRACE.minusMillis(1));
        assertThat(grants.find(token)).contains(new Superseded(successor));
    }

    @Test
    void atTheEndOfTheGrace_aSupersededTokenIsReused() {
        String token = grants.create(grant, IDLE);
        rotated(token);
        clock.advance(GRACE);

        assertThat(grants.find(token)).contains(new Reused(TestGrants.GRANT_ID));
    }

    @Test
    void withoutAGrace_aSupersededTokenIsReusedAtOnce() {
        String token = grants.create(grant, IDLE);
        Current leased = grants.lease(current(token), LEASE).orElseThrow();
        grants.rotate(leased, grant, IDLE, Duration.ZERO);

        assertThat(grants.find(token)).contains(new Reused(TestGrants.GRANT_ID));
    }

    @Test
    void aTokenOfTwoRotationsAgo_isReused() {
        String token = grants.create(grant, IDLE);
        rotated(rotated(token));
        clock.advance(GRACE);

        assertThat(grants.find(token)).contains(new Reused(TestGrants.GRANT_ID));
    }

    /** A busy client is no thief. */
    @Test
    void aTokenOfTwoRotationsAgo_isOnlyUnknownWithinTheGraceTime() {
        String token = grants.create(grant, IDLE);
        String live = rotated(rotated(token));

        assertUnknown(token, live);
    }

    /** A leaked id must not be able to sign a user out. */
    @Test
    void anOldTokenWithAForgedSecret_isPlainUnknown() {
        String old = grants.create(grant, IDLE);
        String live = rotated(rotated(old));
        String[] parts = old.split("\\.", -1);

        assertUnknown(parts[0] + ".0." + TestKeys.RANDOM.text(32) + "." + parts[3], live);
    }

    @Test
    void anOldTokenWithAForgedMac_isPlainUnknown() {
        String old = grants.create(grant, IDLE);
        String live = rotated(rotated(old));
        String[] parts = old.split("\\.", -1);

        assertUnknown(parts[0] + ".0." + parts[2] + "." + TestKeys.RANDOM.text(16), live);
    }

    @Test
    void anOldTokenWithAMacOfAnotherKey_isPlainUnknown() {
        String old = grants.create(grant, IDLE);
        String live = rotated(rotated(old));
        String[] parts = old.split("\\.", -1);
        String mac = new MacKey(new byte[32]).brief(parts[0], "0", parts[2]);

        assertUnknown(parts[0] + ".0." + parts[2] + "." + mac, live);
    }

    @Test
    void anOldTokenWithAForgedGeneration_isPlainUnknown() {
        String old = grants.create(grant, IDLE);
        String live = rotated(rotated(old));

        for (int generation = 1; generation < 5; generation++) {
            assertUnknown(old.replaceFirst("\\.0\\.", "." + generation + "."), live);
        }
    }

    @Test
    void anOldTokenOfAnotherGrantId_isPlainUnknown() {
        String old = grants.create(grant, IDLE);
        String live = rotated(rotated(old));

        assertUnknown(old.replaceFirst("^.", "X"), live);
    }

    @Test
    void withinTheGrace_aForgedSecretIsPlainUnknown() {
        String old = grants.create(grant, IDLE);
        String live = rotated(old);
        String[] parts = old.split("\\.", -1);

        assertUnknown(parts[0] + ".0." + TestKeys.RANDOM.text(32) + "." + parts[3], live);
    }

    @Test
    void theCurrentGenerationWithAForgedSecret_isPlainUnknown() {
        String live = grants.create(grant, IDLE);
        String[] parts = live.split("\\.", -1);

        assertUnknown(parts[0] + ".0." + TestKeys.RANDOM.text(32) + "." + parts[3], live);
    }

    @Test
    void aRemovedGrant_endsEveryToken() {
        String old = grants.create(grant, IDLE);
        String live = rotated(old);
        Current leased = grants.lease(current(live), LEASE).orElseThrow();

        grants.remove(TestGrants.GRANT_ID);

        assertThat(grants.find(old)).isEmpty();
        assertThat(grants.find(live)).isEmpty();
        assertThat(grants.rotate(leased, grant, IDLE, GRACE)).isEmpty();
        assertThat(grants.lease(leased, LEASE)).isEmpty();
    }

    @Test
    void theStore_seesNeitherATokenNorASecret() {
        String old = grants.create(grant, IDLE);
        String live = rotated(old);

        assertThat(store.everythingWritten())
                .isNotEmpty()
                .doesNotContain("SECRET", "user-luid", "zo\u00eb", "client-1", "marketing")
                .doesNotContain(old.split("\\.", -1)[2], live.split("\\.", -1)[2])
                .doesNotContain(old.split("\\.", -1)[3], live.split("\\.", -1)[3]);
    }

    @Test
    void payloads_fitAStore() {
        rotated(grants.create(grant, IDLE));

        assertThat(store.everythingWritten().lines())
                .allMatch(payload -> payload.length() <= 16_384 && payload.matches("[ -~]+"));
    }

    @Test
    void toString_showsNoToken() {
        String token = grants.create(grant, IDLE);
        String successor = rotated(token);

        assertThat(grants.find(token).toString()).doesNotContain(successor);
        assertThat(RefreshToken.parse(token).toString()).doesNotContain(token.split("\\.", -1)[2]);
        assertThat(current(successor).grant().toString()).doesNotContain("SECRET");
    }

    @Test
    void aStoreThatIsDown_goesThrough() {
        String token = grants.create(grant, IDLE);
        Current found = current(token);
        Current leased = grants.lease(found, LEASE).orElseThrow();
        store.breakDown();

        assertDown(() -> grants.find(token));
        assertDown(() -> grants.lease(found, LEASE.multipliedBy(0)));
        assertDown(() -> grants.rotate(leased, grant, IDLE, GRACE));
        assertDown(() -> grants.release(leased));
        assertDown(() -> grants.remove(TestGrants.GRANT_ID));
        assertDown(() -> grants.create(grant, IDLE));
    }

    private static void assertDown(Runnable work) {
        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(work::run);
    }

    private void assertUnknown(String forged, String live) {
        assertThat(grants.find(forged)).isEmpty();
        assertThat(grants.find(live)).containsInstanceOf(Current.class);
    }

    private String rotated(String token) {
        Current leased = grants.lease(current(token), LEASE).orElseThrow();
        return grants.rotate(leased, grant, IDLE, GRACE).orElseThrow();
    }

    private Current current(String token) {
        return (Current) grants.find(token).orElseThrow();
    }
}
