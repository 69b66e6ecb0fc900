package org.vizgate.access;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.scope.Scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScopeRulesTest {
    private final ScopeRules rules = rules(
            "GET /api/* = tableau:content:read",
            "POST,PUT /api/* = tableau:content:write",
            "/api/admin/* = admin audit",
            "*.pdf = tableau:views:download");

    private static final ScopeRules RPC = rules(
            "POST /mcp = base", "POST /mcp tools/call = write", "POST /mcp tools/call:query = read", "/x ping = y");

    @Test
    void noRules_needNothing() {
        assertThat(ScopeRules.none().needs("GET", "/api").base()).isEqualTo(Scopes.none());
        assertThat(ScopeRules.none().needs("GET", "/a//b").base()).isEqualTo(Scopes.none());
    }

    @Test
    void noMatchingRule_needsNothing() {
        assertThat(rules.needs("GET", "/other").base()).isEqualTo(Scopes.none());
        assertThat(rules.needs("DELETE", "/api/x").base()).isEqualTo(Scopes.none());
    }

    @Test
    void eachListedMethod_needsTheRulesScopes() {
        assertThat(rules.needs("GET", "/api/x").base()).isEqualTo(Scopes.of("tableau:content:read"));
        assertThat(rules.needs("POST", "/api/x").base()).isEqualTo(Scopes.of("tableau:content:write"));
        assertThat(rules.needs("PUT", "/api/x").base()).isEqualTo(Scopes.of("tableau:content:write"));
    }

    @Test
    void head_countsAsGet() {
        assertThat(rules.needs("HEAD", "/api/x").base())
                .isEqualTo(rules.needs("GET", "/api/x").base());
        assertThat(rules("HEAD /a = s").needs("GET", "/a").base()).isEqualTo(Scopes.of("s"));
    }

    @Test
    void aMethodInLowerCase_needsTheSame() {
        assertThat(rules.needs("post", "/api/x").base()).isEqualTo(Scopes.of("tableau:content:write"));
    }

    @Test
    void theMostSpecificPattern_wins() {
        assertThat(rules.needs("GET", "/api/admin/x").base()).isEqualTo(Scopes.of("admin", "audit"));
        assertThat(rules.needs("GET", "/api/x.pdf").base()).isEqualTo(Scopes.of("tableau:content:read"));
        assertThat(rules.needs("GET", "/x.pdf").base()).isEqualTo(Scopes.of("tableau:views:download"));
    }

    @Test
    void aRuleForAnotherMethod_doesNotHideALessSpecificOne() {
        ScopeRules both = rules("/api/* = any", "POST /api/admin/* = admin");

        assertThat(both.needs("GET", "/api/admin/x").base()).isEqualTo(Scopes.of("any"));
    }

    @Test
    void samePattern_theRuleWithTheMethodWins() {
        assertThat(rules("/a = any", "GET /a = get").needs("GET", "/a").base()).isEqualTo(Scopes.of("get"));
        assertThat(rules("GET /a = get", "/a = any").needs("GET", "/a").base()).isEqualTo(Scopes.of("get"));
        assertThat(rules("GET /a = get", "/a = any").needs("PUT", "/a").base()).isEqualTo(Scopes.of("any"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//api/x", "/x/../api", "/api;a=b/x", "/a\\api"})
    void aPathThatCanBeReadInTwoWays_needsEverything(String path) {
        assertThat(rules.needs("GET", path).base()).isEqualTo(rules.all());
    }

    @Test
    void all_isTheUnionOfTheRules() {
        assertThat(rules.all())
                .isEqualTo(Scopes.of(
                        "tableau:content:read", "tableau:content:write", "admin", "audit", "tableau:views:download"));
    }

    @Test
    void twoRulesForTheSame_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules("GET /a = x", "PUT,HEAD /a = y"))
                .withMessageEndingWith("PUT,GET /a");
        assertThatIllegalArgumentException().isThrownBy(() -> rules("/a = x", "/a = x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "/a =",
                "= x",
                "GET = x",
                "get /a = x",
                "GTE /a = x",
                "GET POST /a = x",
                "GET, /a = x",
                ",GET /a = x",
                "GET a = x",
                "/a = \u00e9",
                "GET,,PUT /a = x"
            })
    void otherText_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ScopeRule.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /mcp [tools/call] = x",
                "POST /mcp tools/call: = x",
                "POST /mcp :query = x",
                "POST /mcp tools/* = x",
                "POST /mcp tools/call query = x",
                "POST /mcp \u00e9 = x",
                "tools/call = x"
            })
    void whatIsNoJsonRpcMethod_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ScopeRule.parse(text));
    }

    @Test
    void aRuleForACall_isWrittenAsItIsRead() {
        assertThat(ScopeRule.parse("POST  /mcp \t tools/call:a:b=x")).hasToString("POST /mcp tools/call:a:b = x");
        assertThat(ScopeRule.parse("/mcp ping = x")).hasToString("/mcp ping = x");
    }

    @Test
    void ofTheRulesForACall_nameBeatsMethodBeatsUrl() {
        ScopeNeeds needs = RPC.needs("POST", "/mcp");

        assertThat(needs.of(new RpcCall("tools/call", "query"))).isEqualTo(Scopes.of("read"));
        assertThat(needs.of(new RpcCall("tools/call", "other"))).isEqualTo(Scopes.of("write"));
        assertThat(needs.of(new RpcCall("tools/call", ""))).isEqualTo(Scopes.of("write"));
        assertThat(needs.of(new RpcCall("Tools/call", "query"))).isEqualTo(Scopes.of("base"));
        assertThat(needs.of(new RpcCall("", ""))).isEqualTo(Scopes.of("base"));
    }

    /** R10. */
    @ParameterizedTest
    @ValueSource(strings = {"initialize", "ping", "tools/list", "server/discover"})
    void discovery_needsTheBaseOnly(String method) {
        assertThat(RPC.needs("POST", "/mcp").of(new RpcCall(method, ""))).isEqualTo(Scopes.of("base"));
    }

    @Test
    void aCallThatIsNotCertain_needsWhatAnyCallOfItsUrlNeeds() {
        assertThat(RPC.needs("POST", "/mcp").ofAnyCall()).isEqualTo(Scopes.of("read", "write", "base"));
    }

    @Test
    void whereNoRuleIsForACall_theBodyHasNoSay() {
        assertThat(RPC.needs("GET", "/mcp").dependOnCall()).isFalse();
        assertThat(RPC.needs("POST", "/mcp/x").dependOnCall()).isFalse();
        assertThat(RPC.needs("POST", "/mcp").dependOnCall()).isTrue();
    }

    // Otherwise a caller could choose a rule for other paths by what it writes into the body.
    @Test
    void theRuleOfAMoreSpecificPath_countsMoreThanOneForACall() {
        ScopeRules mixed = rules("/* tools/call = low", "/admin = high", "/* = base");

        assertThat(mixed.needs("POST", "/admin").dependOnCall()).isFalse();
        assertThat(mixed.needs("POST", "/admin").base()).isEqualTo(Scopes.of("high"));
        assertThat(mixed.needs("POST", "/x").of(new RpcCall("tools/call", ""))).isEqualTo(Scopes.of("low"));
    }

    @Test
    void aRuleForACallOfAnyHttpMethod_beatsOneForEveryCallOfAMethod() {
        assertThat(rules("/mcp tools/call = write", "POST /mcp = base")
                        .needs("POST", "/mcp")
                        .of(new RpcCall("tools/call", "")))
                .isEqualTo(Scopes.of("write"));
    }

    @Test
    void withoutARuleForOtherCalls_theyNeedThatOfALessSpecificPath_orNothing() {
        RpcCall list = new RpcCall("tools/list", "");
        assertThat(rules("/mcp tools/call = write", "/* = base")
                        .needs("POST", "/mcp")
                        .of(list))
                .isEqualTo(Scopes.of("base"));
        assertThat(rules("/mcp tools/call = write").needs("POST", "/mcp").of(list))
                .isEqualTo(Scopes.none());
    }

    @Test
    void twoRulesForTheSameCall_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules("POST /mcp ping = x", "GET,POST /mcp ping = y"))
                .withMessageEndingWith("GET,POST /mcp ping");
    }

    @Test
    void spaces_doNotMatter() {
        assertThat(ScopeRule.parse("  GET ,\tPUT \t /a/*=x   y ")).hasToString("GET,PUT /a/* = x y");
    }

    private static ScopeRules rules(String... texts) {
        return ScopeRules.of(Arrays.stream(texts).map(ScopeRule::parse).toList());
    }
}
