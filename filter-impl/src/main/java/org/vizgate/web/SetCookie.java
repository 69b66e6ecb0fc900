package org.vizgate.web;

import java.time.Duration;

/**
 * A cookie to be set: always {@code HttpOnly; SameSite=Lax}.
 *
 * @param path where the browser sends it
 * @param life how long the browser keeps it; zero removes it
 * @param secure whether it is for https only
 */
public record SetCookie(String name, String value, String path, Duration life, boolean secure) {
    String header() {
        return name + "=" + value + "; Path=" + path + "; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    @Override
    public String toString() {
        return "SetCookie[" + name + "]";
    }
}
