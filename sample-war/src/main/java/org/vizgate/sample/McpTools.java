package org.vizgate.sample;

import java.util.List;
import java.util.function.BiFunction;

import jakarta.json.JsonObject;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import org.vizgate.session.TableauCaller;

/** The tools of the MCP server. None of them keeps a caller: each call is answered for whoever made it. */
final class McpTools {
    /** Where the transport context holds the {@link TableauCaller}. */
    static final String CALLER = "tableauCaller";

    private static final String NO_INPUT = """
            {"type": "object", "properties": {}, "additionalProperties": false}
            """;

    private static final String CALLER_SCHEMA = """
            {
              "type": "object",
              "properties": {
                "user": {
                  "type": "object",
                  "properties": {
                    "id": {"type": "string", "description": "LUID of the Tableau user: the stable identity"},
                    "name": {"type": "string", "description": "Sign-in name, for display"}
                  },
                  "required": ["id", "name"]
                },
                "site": {
                  "type": "object",
                  "properties": {
                    "id": {"type": "string", "description": "LUID of the Tableau site"},
                    "contentUrl": {"type": "string", "description": "Site name in Tableau's URLs; empty for Default"}
                  },
                  "required": ["id", "contentUrl"]
                },
                "server": {"type": "string", "description": "Base address of Tableau"},
                "client": {"type": "string", "description": "The OAuth client that calls"},
                "scopes": {"type": "array", "items": {"type": "string"}},
                "expiresAt": {"type": "string", "description": "When the access token ends, ISO 8601 in UTC"}
              },
              "required": ["user", "site", "server", "client", "scopes", "expiresAt"]
            }
            """;

    private static final String WORKBOOKS_SCHEMA = """
            {
              "type": "object",
              "properties": {
                "workbooks": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "id": {"type": "string", "description": "LUID of the workbook"},
                      "name": {"type": "string", "description": "Title; not unique"}
                    },
                    "required": ["id", "name"]
                  }
                },
                "total": {"type": "integer", "description": "How many Tableau has for this user"},
                "complete": {"type": "boolean", "description": "False if the list was cut"}
              },
              "required": ["workbooks", "total", "complete"]
            }
            """;

    private final McpJsonMapper json;
    private final TableauWorkbooks tableau;

    McpTools(McpJsonMapper json, TableauWorkbooks tableau) {
        this.json = json;
        this.tableau = tableau;
    }

    List<SyncToolSpecification> all() {
        return List.of(
                tool(
                        "whoami",
                        "Who am I?",
                        "Tells which Tableau user and site the current access token stands for, which scopes it has and when"
                                + " it ends. Asks nothing of Tableau. Takes no arguments.",
                        CALLER_SCHEMA,
                        CallerJson::of),
                tool(
                        "list-workbooks",
                        "List workbooks",
                        "Lists the workbooks that the signed-in user may see on the Tableau site, with id and name. Takes no"
                                + " arguments; up to a thousand workbooks are returned, and \"complete\" says whether that"
                                + " was all.",
                        WORKBOOKS_SCHEMA,
                        caller -> tableau.visibleTo(caller.session()).toJson()));
    }

    /** What a tool does with the caller of one request. */
    @FunctionalInterface
    private interface Answer {
        JsonObject to(TableauCaller caller) throws TableauTrouble;
    }

    private SyncToolSpecification tool(
            String name, String title, String description, String outputSchema, Answer answer) {
        Tool tool = Tool.builder(name, json, NO_INPUT)
                .title(title)
                .description(description)
                .outputSchema(json, outputSchema)
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .build())
                .build();
        BiFunction<McpTransportContext, CallToolRequest, CallToolResult> call =
                (context, request) -> result(context, answer);
        return new SyncToolSpecification(tool, call);
    }

    private CallToolResult result(McpTransportContext context, Answer answer) {
        if (!(context.get(CALLER) instanceof TableauCaller caller)) {
            return error("Nobody is signed in: the gate in front of this server is switched off.");
        }
        try {
            String text = answer.to(caller).toString();
            // As text too, for clients that do not read structured content.
            return CallToolResult.builder()
                    .addTextContent(text)
                    .structuredContent(json, text)
                    .isError(false)
                    .build();
        } catch (TableauTrouble trouble) {
            return error(trouble.advice());
        }
    }

    private static CallToolResult error(String message) {
        return CallToolResult.builder().addTextContent(message).isError(true).build();
    }
}
