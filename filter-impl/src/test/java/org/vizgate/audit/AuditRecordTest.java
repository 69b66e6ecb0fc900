package org.vizgate.audit;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.vizgate.metrics.Counted;
import org.vizgate.metrics.Metrics;
import org.vizgate.outbound.LogCapture;

import static org.assertj.core.api.Assertions.assertThat;

class AuditRecordTest {
    @Test
    void aRecord_isOneLineOfNamesAndValues() {
        try (LogCapture log = LogCapture.of("org.vizgate.audit")) {
            new AuditLog(new Metrics())
                    .record(AuditEvent.GRANT_ENDED, "ref1")
                    .because("revoked")
                    .with("grant", "g1")
                    .write();

            assertThat(log.text()).contains("event=grant.ended ref=ref1 reason=revoked grant=g1");
        }
    }

    @Test
    void anEmptyValue_isLeftOut() {
        assertThat(new AuditLog(new Metrics())
                        .record(AuditEvent.TOKEN_ISSUED, "r")
                        .with("user", ""))
                .hasToString("event=token.issued ref=r");
    }

    /** Clients choose their ids, and they could choose the text of a line. */
    @Test
    void aValue_cannotLookLikeAnotherValueOrLine() {
        assertThat(new AuditLog(new Metrics())
                        .record(AuditEvent.TOKEN_ISSUED, "r")
                        .with("client", "x user=root\nevent=\u2028{0}\u00fc"))
                .hasToString("event=token.issued ref=r client=x?user?root?event??{0}?");
    }

    @Test
    void aLongValue_isCut() {
        assertThat(new AuditLog(new Metrics())
                        .record(AuditEvent.TOKEN_ISSUED, "r")
                        .with("client", "x".repeat(1_000))
                        .toString())
                .hasSizeLessThan(300);
    }

    /** The counts do not depend on who reads the log. */
    @Test
    void aRecord_isCountedByItsReason_whateverIsLogged() {
        Metrics metrics = new Metrics();
        AuditLog log = new AuditLog(metrics);
        log.record(AuditEvent.TOKEN_ISSUED, "r").because("refresh_token").write();
        log.record(AuditEvent.CLIENT_REGISTERED, "r").with("client", "c").write();
        log.record(AuditEvent.ACCESS_REFUSED, "r")
                .because("invalid_token")
                .with("address", "192.0.2.1")
                .write();
        log.record(AuditEvent.ACCESS_REFUSED, "never written").because("invalid_token");

        assertThat(metrics.of(Counted.EVENTS))
                .isEqualTo(Map.of(
                        "token.issued", Map.of("refresh_token", 1L),
                        "client.registered", Map.of("-", 1L),
                        "access.refused", Map.of("invalid_token", 1L)));
    }
}
