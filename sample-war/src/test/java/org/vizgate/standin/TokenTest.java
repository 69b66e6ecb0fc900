package org.vizgate.standin;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.Visitor.encode;
import static org.vizgate.standin.Visitor.exchange;
import static org.vizgate.standin.Visitor.json;
import static org.vizgate.standin.Visitor.refresh;
import static org.vizgate.standin.data.SampleData.ADA_SALES;
import static org.vizgate.standin.data.SampleData.DEFAULT;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.MARKETING;
import static org.vizgate.standin.data.SampleData.MAX_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

class TokenTest {
    private final SetClock clock = new SetClock();
    private final TableauStandIn tableau = TableauStandIn.builder().clock(clock).start();
    private final Visitor visitor = new Visitor(tableau);

    @AfterEach
    void close() {
        tableau.close();
    }

    @Test
    void aCode_isExchangedForTokens() {
        JsonObject tokens = visitor.tokensOf(JO_SALES);

        assertThat(tokens.getString("access_token").split("\\|", -1)).hasSize(3).endsWith(SALES.luid());
        assertThat(tokens.getInt("expires_in")).isEqualTo(7200);
        assertThat(tokens.getString("refresh_token")).isNotEmpty();
        assertThat(tokens.getString("origin_host")).isEqualTo(tableau.address().getAuthority());
    }

    @Test
    void tokens_areNotToBeStored() {
        HttpResponse<String> reply = visitor.token(exchange(visitor.codeFor(JO_SALES)));

        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void aSecondUseOfTheCode_isInvalidGrant() {
        String code = visitor.codeFor(JO_SALES);
        visitor.token(exchange(code));

        assertRefused(visitor.token(exchange(code)), 400, "invalid_grant");
    }

    @Test
    void aCode_isGoodUntilTheVeryMinuteIsOver() {
        String first = visitor.codeFor(JO_SALES);
        clock.advance(Duration.ofSeconds(60).minusMillis(1));
        assertThat(visitor.token(exchange(first)).statusCode()).isEqualTo(200);

        String second = visitor.codeFor(JO_SALES);
        clock.advance(Duration.ofSeconds(60));
        assertRefused(visitor.token(exchange(second)), 400, "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "code,unknown",
        "code_verifier,dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX",
        "code_verifier,short",
        "redirect_uri,http://127.0.0.1:9998/app/Callback",
        "client_id,3d5c1f8e-7d1a-4f7e-9a55-000000000000"
    })
    void aWrongValue_isInvalidGrant(String name, String value) {
        Map<String, String> form = exchange(visitor.codeFor(JO_SALES));
        form.put(name, value);

        assertRefused(visitor.token(form), 400, "invalid_grant");
    }

    @Test
    void aFailedExchange_spendsTheCode() {
        String code = visitor.codeFor(JO_SALES);
        Map<String, String> wrong = exchange(code);
        wrong.put("code_verifier", "x".repeat(43));
        visitor.token(wrong);

        assertRefused(visitor.token(exchange(code)), 400, "invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "code", "code_verifier", "redirect_uri", "client_id"})
    void aMissingParameter_isInvalidRequest(String name) {
        Map<String, String> form = exchange(visitor.codeFor(JO_SALES));
        form.remove(name);

        assertRefused(visitor.token(form), 400, "invalid_request");
    }

    @Test
    void aRepeatedParameter_isInvalidRequest() {
        String form = encode(exchange(visitor.codeFor(JO_SALES))) + "&client_id=x";

        assertRefused(
                visitor.post("/oauth2/v1/token", "application/x-www-form-urlencoded", form), 400, "invalid_request");
    }

    @Test
    void anotherGrantType_isUnsupported() {
        assertRefused(visitor.token(Map.of("grant_type", "password")), 400, "unsupported_grant_type");
    }

    @Test
    void json_isNotAForm() {
        assertRefused(visitor.postJson("/oauth2/v1/token", "{}"), 415, "invalid_request");
    }

    @Test
    void get_isNotAllowed() {
        HttpResponse<String> reply = visitor.get("/oauth2/v1/token");

        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(reply.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void aRefresh_rotatesAndTheOldTokenIsDead() {
        String old = visitor.tokensOf(JO_SALES).getString("refresh_token");

        JsonObject renewed = json(visitor.token(refresh(old, "sales")));

        assertThat(renewed.getString("access_token")).endsWith("|" + SALES.luid());
        assertThat(renewed.getString("refresh_token")).isNotEqualTo(old);
        assertRefused(visitor.token(refresh(old, "sales")), 400, "invalid_grant");
        assertThat(visitor.token(refresh(renewed.getString("refresh_token"), "sales"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOldRefreshToken_worksWhenItMay() {
        tableau.control().oldRefreshTokensStayGood(true);
        String old = visitor.tokensOf(JO_SALES).getString("refresh_token");

        assertThat(visitor.token(refresh(old, "sales")).statusCode()).isEqualTo(200);
        assertThat(visitor.token(refresh(old, "sales")).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefreshByAnotherClient_isInvalidGrantAndSpendsNothing() {
        String token = visitor.tokensOf(JO_SALES).getString("refresh_token");
        Map<String, String> foreign = refresh(token, "sales");
        foreign.put("client_id", "3d5c1f8e-7d1a-4f7e-9a55-000000000000");

        assertRefused(visitor.token(foreign), 400, "invalid_grant");
        assertThat(visitor.token(refresh(token, "sales")).statusCode()).isEqualTo(200);
    }

    @Test
    void siteNamespace_choosesThatPersonsOtherSite() {
        String token = visitor.tokensOf(JO_SALES).getString("refresh_token");

        assertThat(json(visitor.token(refresh(token, "marketing"))).getString("access_token"))
                .endsWith("|" + MARKETING.luid());
    }

    @Test
    void withoutSiteNamespace_aRefreshLandsOnTheDefaultSite() {
        Map<String, String> form = refresh(visitor.tokensOf(ADA_SALES).getString("refresh_token"), "");
        form.remove("site_namespace");

        assertThat(json(visitor.token(form)).getString("access_token")).endsWith("|" + DEFAULT.luid());
    }

    @Test
    void aWrongSiteNamespace_landsOnTheDefaultSite() {
        String token = visitor.tokensOf(ADA_SALES).getString("refresh_token");

        assertThat(json(visitor.token(refresh(token, "nowhere"))).getString("access_token"))
                .endsWith("|" + DEFAULT.luid());
    }

    @Test
    void aPersonWhoIsNotOnTheDefaultSite_needsASiteNamespace() {
        String token = visitor.tokensOf(MAX_SALES).getString("refresh_token");

        assertRefused(visitor.token(refresh(token, "")), 400, "invalid_grant");
        assertThat(visitor.token(refresh(token, "sales")).statusCode()).isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> reply, int status, String error) {
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(json(reply).getString("error")).isEqualTo(error);
    }
}
