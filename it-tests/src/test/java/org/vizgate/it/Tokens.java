package org.vizgate.it;

import jakarta.json.JsonObject;

import static org.assertj.core.api.Assertions.assertThat;

/** What the token endpoint gave. */
public record Tokens(String access, String refresh, int expiresIn) {
    public static Tokens of(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonObject json = answer.json();
        return new Tokens(json.getString("access_token"), json.getString("refresh_token"), json.getInt("expires_in"));
    }
}
