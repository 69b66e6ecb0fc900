package org.vizgate.servlet;

import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.Set;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an administrator can watch, as HTTP and JMX show it. */
class StatusTest {
    private static final MBeanServer JMX = ManagementFactory.getPlatformMBeanServer();

    private static TestApp watched(String path) {
        return TestApp.ordinary(path)
                .set("OAUTH_STATUS_PAGE", "on")
                .set("OAUTH_CLIENT_ID_SECRET_PAIRS", "monitoring:sesame,blocked:mustard")
                .set("OAUTH_BLOCKED_CLIENTS", "blocked");
    }

    private static Wire.Answer asked(TestContainer container, String pair) {
        return container.answerTo(Wire.get("/oauth/status").with("Authorization", basic(pair)));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    @Test
    void thePage_isForThoseWhoProveThatTheyMay() {
        try (TestContainer container = TestContainer.with(watched(""))) {
            Wire.Answer stranger = container.answerTo(Wire.get("/oauth/status"));
            assertThat(stranger.status()).isEqualTo(401);
            assertThat(stranger.header("WWW-Authenticate")).startsWith("Basic ");
            assertThat(stranger.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(stranger.body()).doesNotContain("issuer");
            assertThat(asked(container, "monitoring:wrong").status()).isEqualTo(401);
            assertThat(asked(container, "blocked:mustard").status()).isEqualTo(401);

            Wire.Answer reader = asked(container, "monitoring:sesame");
            assertThat(reader.status()).isEqualTo(200);
            assertThat(reader.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reader.body())
                    .contains("\"issuer\":\"https://gate.example\"", "\"store\":\"memory\"")
                    .contains("\"request.refused\":{\"invalid_client\":3}")
                    .doesNotContain("sesame", "mustard", "monitoring");
        }
    }

    @Test
    void whatHappensAtTheDoor_isCounted() {
        try (TestContainer container = TestContainer.with(watched(""))) {
            container.answerTo(Wire.get("/x"));
            container.answerTo(Wire.get("/x").bearer("nonsense"));
            container.answerTo(Wire.get("/x").with("Origin", "https://other.example"));

            assertThat(asked(container, "monitoring:sesame").body())
                    .contains("\"access.refused\":{\"forbidden_origin\":1,\"invalid_token\":1,\"no_token\":1}");
        }
    }

    /** A collector may come every second; whoever guesses may not. */
    @Test
    void wrongSecrets_areLimited_andRightOnesAreNot() {
        try (TestContainer container = TestContainer.with(watched("").set("OAUTH_RATE_LIMIT", "2/h"))) {
            for (int i = 0; i < 5; i++) {
                assertThat(asked(container, "monitoring:sesame").status()).isEqualTo(200);
                assertThat(container.answerTo(Wire.get("/oauth/status")).status())
                        .isEqualTo(401);
            }
            assertThat(asked(container, "monitoring:a").status()).isEqualTo(401);
            assertThat(asked(container, "monitoring:b").status()).isEqualTo(401);

            Wire.Answer third = asked(container, "monitoring:sesame");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void withoutTheSetting_thereIsNoPage() {
        try (TestContainer container =
                TestContainer.with(TestApp.ordinary("").set("OAUTH_CLIENT_ID_SECRET_PAIRS", "monitoring:sesame"))) {
            Wire.Answer answer = asked(container, "monitoring:sesame");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
        }
    }

    @Test
    void aPageThatNobodyCouldRead_failsTheStart() {
        assertThatThrownBy(() -> TestContainer.with(watched("").set("OAUTH_BLOCKED_CLIENTS", "blocked, monitoring")))
                .hasMessageContaining("OAUTH_STATUS_PAGE")
                .hasMessageContaining("OAUTH_CLIENT_ID_SECRET_PAIRS")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void eachApplication_hasItsBean_untilItStops() throws Exception {
        try (TestContainer container = TestContainer.with(TestApp.ordinary(""), TestApp.ordinary("/other"))) {
            container.answerTo(Wire.get("/other/x"));

            assertThat(beans()).hasSize(2);
            assertThat(beans("/").iterator().next())
                    .satisfies(
                            name -> assertThat(JMX.getAttribute(name, "Issuer")).isEqualTo("https://gate.example"));
            assertThat(beans("/other").iterator().next())
                    .satisfies(
                            name -> assertThat(JMX.getAttribute(name, "Events").toString())
                                    .contains("access.refused/no_token"));
            container.restartApplications();
            assertThat(beans()).hasSize(2);
        }
        assertThat(beans()).isEmpty();
    }

    @Test
    void aContainerMoreInOneProcess_startsAllTheSame() throws Exception {
        try (TestContainer first = TestContainer.with(TestApp.ordinary(""))) {
            try (TestContainer second = TestContainer.with(TestApp.ordinary(""))) {
                assertThat(second.answerTo(Wire.get("/x")).status()).isEqualTo(401);
            }
            assertThat(first.answerTo(Wire.get("/x")).status()).isEqualTo(401);
            assertThat(beans()).hasSize(1);
        }
    }

    @Test
    void aFailedStart_leavesNoBean() throws Exception {
        assertThatThrownBy(() -> TestContainer.with(TestApp.ordinary("").set("OAUTH_CORS", "maybe")))
                .hasMessageContaining("OAUTH_CORS");
        assertThat(beans()).isEmpty();
    }

    private static Set<ObjectName> beans() throws Exception {
        return JMX.queryNames(new ObjectName("org.vizgate:type=Gate,*"), null);
    }

    private static Set<ObjectName> beans(String path) throws Exception {
        return JMX.queryNames(new ObjectName("org.vizgate:type=Gate,context=" + ObjectName.quote(path) + ",*"), null);
    }
}
