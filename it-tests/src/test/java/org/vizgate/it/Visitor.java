package org.vizgate.it;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser without scripts: it keeps cookies for each host and port, and fills in forms. */
public final class Visitor {
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    public Answer get(URI uri) {
        return kept(uri, Http.get(uri, headers(uri, "Accept", "text/html")));
    }

    Answer post(URI uri, Map<String, String> form) {
        return kept(uri, Http.post(uri, form, headers(uri, "Origin", uri.getScheme() + "://" + uri.getRawAuthority())));
    }

    /** Sends the form of {@code page}, with its hidden fields and what the person adds. */
    Answer submit(URI base, Answer page, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(hiddenFields(page));
        form.putAll(fields);
        return post(action(base, page), form);
    }

    static URI action(URI base, Answer page) {
        Matcher action = ACTION.matcher(page.body());
        assertThat(action.find()).as(page.body()).isTrue();
        return base.resolve(action.group(1));
    }

    static Map<String, String> hiddenFields(Answer page) {
        Map<String, String> fields = new LinkedHashMap<>();
        HIDDEN.matcher(page.body()).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    /** The same browser's cookies, in other hands. */
    Visitor copy() {
        Visitor copy = new Visitor();
        cookies.forEach((host, jar) -> copy.cookies.put(host, new LinkedHashMap<>(jar)));
        return copy;
    }

    void forgetCookies() {
        cookies.clear();
    }

    // Neither is a real jar: paths and lifetimes are for the browser tests.
    private Answer kept(URI uri, Answer answer) {
        Map<String, String> jar = cookies.computeIfAbsent(uri.getRawAuthority(), host -> new LinkedHashMap<>());
        answer.headerValues("set-cookie").forEach(cookie -> {
            String pair = cookie.split(";", 2)[0];
            jar.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        });
        jar.values().removeIf(String::isEmpty);
        return answer;
    }

    private String[] headers(URI uri, String name, String value) {
        String own = cookiesFor(uri);
        return own.isEmpty() ? new String[] {name, value} : new String[] {name, value, "Cookie", own};
    }

    private String cookiesFor(URI uri) {
        return cookies.getOrDefault(uri.getRawAuthority(), Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
