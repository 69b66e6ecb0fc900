package org.vizgate.containers.app.libraries;

import java.io.IOException;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The address of the jar or module that each library was loaded from. */
@WebServlet("/api/libraries")
public class LibrariesServlet extends HttpServlet {
    private static final Map<String, String> CLASSES = new LinkedHashMap<>(Map.of(
            "gate", "org.vizgate.servlet.TableauAuthFilter",
            "jose4j", "org.jose4j.jwe.JsonWebEncryption",
            "caffeine", "com.github.benmanes.caffeine.cache.Caffeine",
            "yasson", "org.eclipse.yasson.JsonBindingProvider",
            "httpclient", "org.apache.hc.client5.http.impl.classic.HttpClientBuilder"));

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        for (Map.Entry<String, String> library : CLASSES.entrySet()) {
            response.getWriter().println(library.getKey() + "=" + source(library.getValue()));
        }
    }

    private static String source(String className) {
        try {
            Class<?> found =
                    Class.forName(className, false, Thread.currentThread().getContextClassLoader());
            CodeSource source = found.getProtectionDomain().getCodeSource();
            return source == null ? "unknown" : source.getLocation().toString();
        } catch (ClassNotFoundException e) {
            return "none";
        }
    }
}
