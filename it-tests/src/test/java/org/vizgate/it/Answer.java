package org.vizgate.it;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import static org.assertj.core.api.Assertions.assertThat;

/** What came back. */
public record Answer(int status, Map<String, List<String>> headers, String body) {
    public static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    /** The one value of a header; empty if there is none. */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
        assertThat(values).as(name).hasSizeLessThanOrEqualTo(1);
        return values.isEmpty() ? "" : values.get(0);
    }

    public List<String> headerValues(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
    }

    public JsonObject json() {
        assertThat(header("content-type")).as(body).startsWith("application/json");
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** The {@code error} member. */
    public String error() {
        return json().getString("error", "");
    }

    public URI location() {
        assertThat(header("location")).as("status %s, body %s", status, body).isNotEmpty();
        return URI.create(header("location"));
    }

    /** A parameter of the address that the browser is sent to; empty if there is none. */
    public String sent(String name) {
        return Form.parse(location().getRawQuery()).getOrDefault(name, "");
    }

    /** The challenge is a header of printable text that lists its parameters once each. */
    public String challenge() {
        return header("www-authenticate");
    }
}
