package org.vizgate.audit;

import org.junit.jupiter.api.Test;
import org.vizgate.outbound.LogCapture;

import static org.assertj.core.api.Assertions.assertThat;

class AuditRecordTest {
    @Test
    void aRecord_isOneLineOfNamesAndValues() {
        try (LogCapture log = LogCapture.of("org.vizgate.audit")) {
            AuditRecord.of(AuditEvent.GRANT_ENDED, "ref1")
                    .because("revoked")
                    .with("grant", "g1")
                    .write();

            assertThat(log.text()).contains("event=grant.ended ref=ref1 reason=revoked grant=g1");
        }
    }

    @Test
    void anEmptyValue_isLeftOut() {
        assertThat(AuditRecord.of(AuditEvent.TOKEN_ISSUED, "r").with("user", ""))
                .hasToString("event=token.issued ref=r");
    }

    /** Clients choose their ids, and they could choose the text of a line. */
    @Test
    void aValue_cannotLookLikeAnotherValueOrLine() {
        assertThat(AuditRecord.of(AuditEvent.TOKEN_ISSUED, "r").with("client", "x user=root\nevent=\u2028{0}\u00fc"))
                .hasToString("event=token.issued ref=r client=x?user?root?event??{0}?");
    }

    @Test
    void aLongValue_isCut() {
        assertThat(AuditRecord.of(AuditEvent.TOKEN_ISSUED, "r")
                        .with("client", "x".repeat(1_000))
                        .toString())
                .hasSizeLessThan(300);
    }
}
