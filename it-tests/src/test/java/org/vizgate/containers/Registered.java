package org.vizgate.containers;

import java.net.URI;
import java.util.List;

import org.vizgate.it.Answer;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;

/** What the container says it has: one line for each filter and servlet, with kind, class and mappings. */
record Registered(List<String> lines) {
    private static final String OURS = "org.vizgate.servlet.";
    // The companions of a gate: where the application has registered it, and where the container forgives failures.
    private static final String GUARD = "filter " + OURS + "WebSocketGuard ";
    private static final String START = "filter " + OURS + "FailedStart ";
    private static final List<String> ENDPOINTS = List.of(
            "Authorize",
            "Consent",
            "Token",
            "Revoke",
            "Register",
            "KeySet",
            "Health",
            "Callback",
            "ResourceMetadata",
            "ServerMetadata");

    static Registered in(URI application) {
        return in(application, Callers.token(application));
    }

    static Registered in(URI application, String accessToken) {
        Answer answer = Http.call(URI.create(application + "/api/registrations"), accessToken);
        assertThat(answer.status()).isEqualTo(200);
        return new Registered(answer.body().lines().toList());
    }

    /** Fails unless there is one gate, of this class, and each endpoint once. */
    void assertOnce(String filterClass, String filterMapping) {
        assertThat(lines)
                .filteredOn(line -> line.startsWith("filter " + OURS) || line.startsWith("filter " + filterClass))
                .filteredOn(line -> !line.startsWith(GUARD) && !line.startsWith(START))
                .containsExactly("filter " + filterClass + " [" + filterMapping + "]");
        assertThat(lines)
                .filteredOn(line -> line.startsWith(START))
                .hasSize(Container.isTomcat() || Container.isJetty() ? 0 : 1);
        for (String endpoint : ENDPOINTS) {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("servlet " + OURS + endpoint + "Servlet "))
                    .as(endpoint)
                    .hasSize(1);
        }
    }

    /** Where a servlet of ours is. */
    String mappings(String endpoint) {
        String start = "servlet " + OURS + endpoint + "Servlet ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("none");
    }
}
