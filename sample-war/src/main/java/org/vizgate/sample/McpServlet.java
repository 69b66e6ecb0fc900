package org.vizgate.sample;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import org.jspecify.annotations.Nullable;
import org.vizgate.session.TableauCaller;

/**
 * A Model Context Protocol server for the caller of each request.
 *
 * <p>The transport keeps no session: a session id would be a second credential beside the access token, and one that could be
 * stolen. What a tool learns about the caller travels in the transport context of its own request.
 */
@WebServlet("/mcp")
public class McpServlet extends HttpServlet {
    private static final int LONGEST_REQUEST_BYTES = 256 * 1024;

    private transient @Nullable HttpServletStatelessServerTransport transport;
    private transient @Nullable McpStatelessSyncServer server;

    @Override
    public void init() throws ServletException {
        McpJsonMapper json = new McpJson(McpJsonDefaults.getMapper());
        HttpServletStatelessServerTransport door = HttpServletStatelessServerTransport.builder()
                .jsonMapper(json)
                .messageEndpoint("/mcp")
                .maxRequestSize(LONGEST_REQUEST_BYTES)
                .contextExtractor(McpServlet::context)
                .build();
        server = McpServer.sync(door)
                .jsonMapper(json)
                .serverInfo("vizgate-sample", "1")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .instructions("Answers for the signed-in Tableau user. Start with whoami.")
                .tools(new McpTools(json, new TableauWorkbooks()).all())
                // On the request's own thread: the tools may block, and a redeploy leaves no scheduler behind.
                .immediateExecution(true)
                .build();
        door.init(getServletConfig());
        transport = door;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        HttpServletStatelessServerTransport door = transport;
        if (door == null) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (request.getMethod().equals("POST")) {
            door.service(request, response);
        } else {
            // GET would open a stream and DELETE end a session: without sessions there is neither.
            response.setHeader("Allow", "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.closeGracefully();
        }
    }

    /** Copies the caller out of the request: the request object itself must not outlive its thread. */
    private static McpTransportContext context(HttpServletRequest request) {
        return TableauCaller.of(request)
                .map(caller -> McpTransportContext.create(Map.of(McpTools.CALLER, caller)))
                .orElse(McpTransportContext.EMPTY);
    }
}
