package org.vizgate.benchmarks.jmh;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.servlet.TableauAuthFilter;

/** The whole filter, around an application that does nothing. */
public class FilterBenchmark extends Timed {
    private static final int TOKENS = 1_024;

    private final Application application = new Application();
    private final FakeResponse response = new FakeResponse();
    private final TableauAuthFilter filter;
    private final FakeRequest[] requests;
    private final FakeRequest stranger = new FakeRequest("");
    private int next;

    public FilterBenchmark() {
        Tokens tokens = new Tokens(AccessTokenFormat.DIRECT);
        filter = GuardedApplication.filter(Map.of(
                "OAUTH_ISSUER",
                Tokens.ISSUER,
                "OAUTH_JWE_PRIVATE_KEY",
                tokens.privateKeyPem(),
                // There is no Tableau here to be asked.
                "OAUTH_SESSION_CHECK_INTERVAL_MS",
                "3600000"));
        requests = new FakeRequest[TOKENS];
        for (int i = 0; i < TOKENS; i++) {
            requests[i] = new FakeRequest(tokens.issue());
        }
    }

    /** Tokens that the filter has seen before, of 1,024 callers by turns. */
    @Benchmark
    public @Nullable ServletRequest warm() throws IOException, ServletException {
        application.seen = null;
        filter.doFilter(requests[next++ % TOKENS].renewed(), response, application);
        if (application.seen == null) {
            throw new IllegalStateException("a request was refused: " + response.getStatus());
        }
        return application.seen;
    }

    /** No token: 401, and where to get one. */
    @Benchmark
    public int challenge() throws IOException, ServletException {
        filter.doFilter(stranger.renewed(), response, application);
        return response.getStatus();
    }

    private static final class Application implements FilterChain {
        private @Nullable ServletRequest seen;

        @Override
        public void doFilter(ServletRequest request, ServletResponse unused) {
            seen = request;
        }
    }
}
