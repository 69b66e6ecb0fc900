package org.vizgate.standin.jwt;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where an issuer publishes its keys. It is asked each time, so that a key that was withdrawn is refused at once.
 *
 * <p>Only loopback addresses are asked: whoever may write a configuration must not make the stand-in call other computers.
 */
public record JwksAddress(URI uri) {
    private static final int MAX_BYTES = 64 * 1024;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The address, or nothing when it is not an http or https address on loopback. */
    public static Optional<JwksAddress> parse(String text) {
        try {
            URI uri = URI.create(text);
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean isLoopback = uri.getHost() != null && uri.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]");
            return isHttp && isLoopback ? Optional.of(new JwksAddress(uri)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key with this {@code kid}; nothing when there is none or nobody answers with a key set. */
    public Optional<PublicKey> key(String kid) {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String jwks = new String(body.readNBytes(MAX_BYTES), UTF_8);
                return response.statusCode() == 200 ? RsaKeys.ofJwks(jwks, kid) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            // The stand-in is being closed.
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
