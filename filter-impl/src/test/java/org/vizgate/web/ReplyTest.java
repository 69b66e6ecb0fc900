package org.vizgate.web;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyTest {
    @Test
    void aRedirect_isSeeOtherUncachedAndTellsNoReferrer() {
        Reply reply = Reply.redirect("https://client.example/cb");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(TestCall.header(reply, "Location")).isEqualTo("https://client.example/cb");
        assertThat(TestCall.header(reply, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aJsonReply_saysSo() {
        Reply reply = Reply.json(200, "{}");

        assertThat(TestCall.header(reply, "Content-Type")).isEqualTo("application/json");
        assertThat(reply.body()).isEqualTo("{}");
    }

    @Test
    void oneMoreHeader_leavesTheFirstReplyAlone() {
        Reply reply = Reply.of(200);

        assertThat(reply.with("A", "1").with("A", "2").headers()).hasSize(2);
        assertThat(reply.headers()).isEmpty();
    }

    @Test
    void aSecureCookie_hasEveryAttribute() {
        SetCookie cookie = new SetCookie("__Host-x", "v", "/", Duration.ofMinutes(10), true);

        assertThat(TestCall.header(Reply.of(200).with(cookie), "Set-Cookie"))
                .isEqualTo("__Host-x=v; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void aCookieOnPlainHttp_isNotSecure() {
        SetCookie cookie = new SetCookie("x", "v", "/app/", Duration.ofMinutes(10), false);

        assertThat(cookie.header()).isEqualTo("x=v; Path=/app/; Max-Age=600; HttpOnly; SameSite=Lax");
    }

    @Test
    void aRemovedCookie_isTheSameWithoutValueAndLife() {
        SetCookie cookie = new SetCookie("x", "", "/app/", Duration.ZERO, true);

        assertThat(cookie.header()).isEqualTo("x=; Path=/app/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void toString_showsNoSecret() {
        SetCookie cookie = new SetCookie("x", "hunter2", "/", Duration.ZERO, true);

        assertThat(cookie).hasToString("SetCookie[x]");
        assertThat(Reply.json(200, "hunter2").with(cookie)).hasToString("Reply[200]");
    }
}
