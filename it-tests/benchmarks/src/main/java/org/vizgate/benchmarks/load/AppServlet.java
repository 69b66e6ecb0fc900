package org.vizgate.benchmarks.load;

import java.io.IOException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The application: so small that whatever stands in front of it shows. */
final class AppServlet extends HttpServlet {
    static final String PATH = "/api/hello";
    private static final byte[] BODY = "{\"hello\":\"world\"}".getBytes(US_ASCII);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(BODY.length);
        response.getOutputStream().write(BODY);
    }
}
