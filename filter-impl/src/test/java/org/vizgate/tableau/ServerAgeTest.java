package org.vizgate.tableau;

import java.time.Clock;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vizgate.json.Json;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.TestSenders;

import static org.assertj.core.api.Assertions.assertThat;

class ServerAgeTest {
    private final HttpSender sender = TestSenders.ordinary();

    @AfterEach
    void close() {
        sender.close();
    }

    private TableauRestClient rest() {
        return new TableauRestClient(sender, new Json(), Optional.empty(), Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource({
        "2025.2.9, true",
        "2025.3.0, false",
        "2025.3, false",
        "2025.10.1, false",
        "2024.4, true",
        "2026.1.0, false",
        "10.0, false",
        "main, false",
        "'', false"
    })
    void releasesBefore2025_3_areTooOld(String version, boolean isTooOld) {
        assertThat(ServerAge.isTooOld(version)).isEqualTo(isTooOld);
    }

    @ParameterizedTest
    @CsvSource({"2025.1.4, true", "2025.3.1, false"})
    void anOldServer_isSaid_andItsVersionRemembered(String version, boolean isSaid) {
        String info = "{\"serverInfo\":{\"productVersion\":{\"value\":\"" + version
                + "\",\"build\":\"b\"},\"restApiVersion\":\"3.25\"}}";
        try (LoopbackServer server = LoopbackServer.answering(Answer.json(200, info));
                LogCapture log = LogCapture.of(ServerAge.class.getName())) {
            TableauRestClient rest = rest();
            ServerAge.check(server.address(), rest);

            assertThat(log.text().contains("needs Tableau Server 2025.3")).isEqualTo(isSaid);
            assertThat(rest.versions().of(server.address())).hasToString("3.25");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void aServerThatIsDown_isSaid_andNoError() {
        LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"));
        server.close();
        try (LogCapture log = LogCapture.of(ServerAge.class.getName())) {
            ServerAge.check(server.address(), rest());

            assertThat(log.text()).contains("did not tell");
        }
    }
}
