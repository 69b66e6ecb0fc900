package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** HTTP without anything done for the caller: no redirects, no cookies. Headers are given as name, value, name, value. */
public final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static volatile HttpClient client = client();

    private Http() {}

    /** Lets go of the connections that are kept for the next call: they close when memory is next tidied up. */
    public static void hangUp() {
        client = client();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    public static Answer get(URI uri, String... headers) {
        return send("GET", uri, BodyPublishers.noBody(), headers);
    }

    /** A call with an access token. */
    public static Answer call(URI uri, String accessToken) {
        return get(uri, "Authorization", "Bearer " + accessToken);
    }

    public static Answer post(URI uri, Map<String, String> form, String... headers) {
        return send("POST", uri, "application/x-www-form-urlencoded", Form.encode(form), headers);
    }

    public static Answer postJson(URI uri, String json, String... headers) {
        return send("POST", uri, "application/json", json, headers);
    }

    public static Answer send(String method, URI uri, String contentType, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = contentType;
        return send(method, uri, BodyPublishers.ofString(body), all);
    }

    public static Answer send(String method, URI uri, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
