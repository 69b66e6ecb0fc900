package org.vizgate.sample;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class McpToolsTest {
    private final McpJsonMapper json = new McpJson(McpJsonDefaults.getMapper());
    private final McpTools tools = new McpTools(json, new TableauWorkbooks(Duration.ofSeconds(5)));

    @Test
    void whoami_answersForTheCallerOfEachCall() throws Exception {
        CallToolResult first = call("whoami", TestCaller.of("ann", URI.create("http://127.0.0.1:9")));
        CallToolResult second = call("whoami", TestCaller.of("bob", URI.create("http://127.0.0.1:9")));

        assertThat(json.writeValueAsString(first)).contains("ann").doesNotContain("bob");
        assertThat(json.writeValueAsString(second)).contains("bob").doesNotContain("ann");
    }

    @Test
    void answers_areStructuredAndHoldNoToken() throws Exception {
        CallToolResult result = call("whoami", TestCaller.ordinary());

        assertThat(result.isError()).isFalse();
        assertThat(result.structuredContent()).isInstanceOf(Map.class);
        assertThat(json.writeValueAsString(result)).doesNotContain(TestCaller.TOKEN);
    }

    @Test
    void listWorkbooks_asksTableauAsTheCaller() throws Exception {
        try (TestTableau tableau = new TestTableau()) {
            tableau.answers(
                    200,
                    "{\"pagination\":{\"totalAvailable\":\"1\"},"
                            + "\"workbooks\":{\"workbook\":[{\"id\":\"w1\",\"name\":\"Sales\"}]}}");

            CallToolResult result = call("list-workbooks", TestCaller.of("jo", tableau.address()));

            assertThat(json.writeValueAsString(result.structuredContent())).contains("Sales");
            assertThat(tableau.requests()).singleElement().asString().endsWith(TestCaller.TOKEN);
        }
    }

    @Test
    void aRefusalOfTableau_isAnErrorThatSaysWhatToDo() throws Exception {
        try (TestTableau tableau = new TestTableau()) {
            tableau.answers(401, "{\"error\":{\"code\":\"401002\"}}");
            TestCaller caller = TestCaller.of("jo", tableau.address());

            CallToolResult result = call("list-workbooks", caller);

            assertThat(result.isError()).isTrue();
            assertThat(json.writeValueAsString(result)).contains("sign in again");
            assertThat(caller.lost()).isTrue();
        }
    }

    @Test
    void nobodySignedIn_isAnError() {
        CallToolResult result = tool("whoami").callHandler().apply(McpTransportContext.EMPTY, request("whoami"));

        assertThat(result.isError()).isTrue();
    }

    @Test
    void anErrorOfTheTransport_isWrittenWithoutItsStackTrace() throws Exception {
        McpError error =
                McpError.builder(-32600).message("Invalid message format").build();

        assertThat(json.writeValueAsString(error))
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"Invalid message format\"}}");
    }

    private CallToolResult call(String name, TestCaller caller) {
        return tool(name)
                .callHandler()
                .apply(McpTransportContext.create(Map.of(McpTools.CALLER, caller)), request(name));
    }

    private SyncToolSpecification tool(String name) {
        return tools.all().stream()
                .filter(tool -> tool.tool().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CallToolRequest request(String name) {
        return CallToolRequest.builder(name).arguments(Map.of()).build();
    }
}
