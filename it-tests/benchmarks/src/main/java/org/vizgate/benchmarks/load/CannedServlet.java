package org.vizgate.benchmarks.load;

import java.io.IOException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What the gate answers, answered without any thought: 1 kB of JSON, and a challenge with the gate's own words. */
final class CannedServlet extends HttpServlet {
    static final String PATHS = "/canned/*";
    static final String DOCUMENT = "/canned/document";
    /** The same, with the headers that the gate sends with its metadata. */
    static final String DESCRIBED = "/canned/described";

    static final String CHALLENGE = "/canned/challenge";
    /** A system property: the value of the challenge's header. */
    static final String CHALLENGE_VALUE = "benchmark.challenge";

    private static final byte[] JSON = ("{\"text\":\"" + "x".repeat(1_013) + "\"}").getBytes(US_ASCII);
    private final String challenge = System.getProperty(CHALLENGE_VALUE, "Bearer");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (CHALLENGE.endsWith(String.valueOf(request.getPathInfo()))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("WWW-Authenticate", challenge);
            response.setContentLength(0);
        } else {
            if (DESCRIBED.endsWith(String.valueOf(request.getPathInfo()))) {
                response.setHeader("Access-Control-Allow-Origin", "*");
                response.setHeader("Cache-Control", "public, max-age=300");
                response.setHeader("ETag", "\"0123456789abcdef\"");
            }
            response.setContentType("application/json");
            response.setContentLength(JSON.length);
            response.getOutputStream().write(JSON);
        }
    }
}
