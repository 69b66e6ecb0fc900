package org.vizgate.containers;

import java.util.LinkedHashMap;
import java.util.Map;

import org.vizgate.it.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What the application told, by name. */
record Facts(Map<String, String> values) {
    static Facts of(Answer answer) {
        return of(200, answer);
    }

    static Facts of(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        Map<String, String> values = new LinkedHashMap<>();
        answer.body().lines().forEach(line -> {
            int equals = line.indexOf('=');
            assertThat(equals).as(answer.body()).isPositive();
            values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return new Facts(values);
    }

    String get(String name) {
        assertThat(values).containsKey(name);
        return values.getOrDefault(name, "");
    }
}
