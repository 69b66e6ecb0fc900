package org.vizgate.outbound;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.OutboundRequest.Body;

import static org.assertj.core.api.Assertions.assertThat;

class QuietConnectionTest {
    @Test
    void withAllLoggersOn_noHeaderAndNoBodyIsLogged() {
        Answer answer = new Answer(200, Map.of("X-Own", "SECRET-4"), "SECRET-5");
        try (LogCapture log = LogCapture.ofEverything();
                LoopbackServer server = LoopbackServer.answering(answer);
                HttpSender sender = TestSenders.ordinary()) {
            sender.send(OutboundRequest.post(
                    server.address(), Map.of("X-Tableau-Auth", "SECRET-1"), new Body("text/plain", "SECRET-2")));

            assertThat(log.text()).contains("org.apache.hc.client5").doesNotContain("SECRET");
        }
    }
}
