package org.vizgate.web;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A request as a test writes it; from 192.0.2.1, in English, with nothing in it. */
public final class TestCall {
    private final String method;
    private final String path;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String query = "";
    private String body = "";
    private Locale locale = Locale.ENGLISH;

    private TestCall(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public static TestCall get(String path) {
        return new TestCall("GET", path);
    }

    /** A form with these names and values in turn. */
    public static TestCall form(String path, String... namesAndValues) {
        return new TestCall("POST", path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(encoded(namesAndValues));
    }

    public static TestCall json(String path, String json) {
        return new TestCall("POST", path)
                .header("Content-Type", "application/json")
                .body(json);
    }

    /** Names and values in turn as a form or query has them. */
    public static String encoded(String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(URLEncoder.encode(namesAndValues[i], UTF_8) + "="
                    + URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return String.join("&", pairs);
    }

    public TestCall query(String text) {
        query = text;
        return this;
    }

    public TestCall body(String text) {
        body = text;
        return this;
    }

    /** One more value of a header. */
    public TestCall header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                .add(value);
        return this;
    }

    public TestCall cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public TestCall cookies(Map<String, String> all) {
        cookies.putAll(all);
        return this;
    }

    public TestCall locale(Locale reader) {
        locale = reader;
        return this;
    }

    public Call call() {
        return new Call(
                method, path, Parameters.parse(query), headers, cookies, body, "192.0.2.1", "reference-1", locale);
    }

    /** The one value of a header of an answer. */
    public static String header(Reply reply, String name) {
        List<String> values = headers(reply, name);
        if (values.size() != 1) {
            throw new AssertionError(values.size() + " headers " + name);
        }
        return values.get(0);
    }

    public static List<String> headers(Reply reply, String name) {
        return reply.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    /** The parameters of the address that an answer redirects to. */
    public static Parameters redirected(Reply reply) {
        String location = header(reply, "Location");
        return Parameters.parse(location.substring(location.indexOf('?') + 1));
    }
}
