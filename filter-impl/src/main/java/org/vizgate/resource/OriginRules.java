package org.vizgate.resource;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.vizgate.protocol.Loopback;
import org.vizgate.web.Reply;

/** Which pages may call the protected resource from a browser, and by which names it may be called. */
public final class OriginRules {
    private static final String ALLOWED_HEADERS = "Authorization, Content-Type, Accept, MCP-Protocol-Version, "
            + "Mcp-Session-Id, Mcp-Method, Mcp-Name, Last-Event-ID, DPoP";
    private static final Pattern TOOL_HEADER = Pattern.compile("mcp-param-[a-z0-9_-]{1,64}", Pattern.CASE_INSENSITIVE);
    private static final int MAX_ASKED_HEADERS = 64;
    private static final String EXPOSED_HEADERS = "WWW-Authenticate, Mcp-Session-Id, DPoP-Nonce";

    private final String ownOrigin;
    private final String ownAuthority;
    private final Set<String> allowedOrigins;
    private final boolean answersCors;
    private final Set<String> allowedHosts;
    private final boolean isLoopback;

    /**
     * @param ownOrigin of the issuer, as browsers send it
     * @param answersCors whether CORS headers are ours to set
     * @param allowedHosts lower case; empty for no check, but for a loopback issuer
     */
    public OriginRules(String ownOrigin, Set<String> allowedOrigins, boolean answersCors, Set<String> allowedHosts) {
        this.ownOrigin = ownOrigin;
        this.allowedOrigins = allowedOrigins;
        this.answersCors = answersCors;
        this.allowedHosts = allowedHosts;
        this.ownAuthority = ownOrigin.substring(ownOrigin.indexOf("://") + 3);
        this.isLoopback = Loopback.is(URI.create(ownOrigin).getHost());
    }

    /** What is wrong with where a request comes from; for the log and the caller. */
    public Optional<String> problem(@Nullable String origin, @Nullable String host) {
        if (origin != null && !origin.equals(ownOrigin) && !allowedOrigins.contains(origin)) {
            return Optional.of(
                    "The origin of this page may not call here. OAUTH_ALLOWED_ORIGINS lists those that may.");
        }
        if (host != null && !isOwnHost(host.toLowerCase(Locale.ROOT))) {
            return Optional.of("This host name is not one of this server. OAUTH_ALLOWED_HOSTS lists those that are.");
        }
        return Optional.empty();
    }

    private boolean isOwnHost(String host) {
        if (allowedHosts.isEmpty() && !isLoopback) {
            return true;
        }
        if (host.equals(ownAuthority) || allowedHosts.contains(host)) {
            return true;
        }
        String name = withoutPort(host);
        return allowedHosts.contains(name) || (isLoopback && Loopback.is(name));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    /** Whether answers to this origin carry CORS headers. */
    public boolean isCors(@Nullable String origin) {
        return answersCors && origin != null;
    }

    /** The answer with the headers that let a page of {@code origin} read it. */
    public Reply readable(Reply reply, String origin) {
        return reply.with("Access-Control-Allow-Origin", origin)
                .with("Vary", "Origin")
                .with("Access-Control-Expose-Headers", EXPOSED_HEADERS);
    }

    /**
     * The answer to a preflight request: any method, the headers that clients of MCP send, and of those that are asked for
     * the ones that MCP leaves to each tool to name.
     *
     * @param askedHeaders the value of {@code Access-Control-Request-Headers}, or empty
     */
    public Reply preflight(String origin, String method, String askedHeaders) {
        return readable(Reply.of(204), origin)
                .with("Access-Control-Allow-Methods", method)
                .with("Access-Control-Allow-Headers", ALLOWED_HEADERS + toolHeaders(askedHeaders))
                .with("Access-Control-Max-Age", "600");
    }

    private static String toolHeaders(String asked) {
        return Arrays.stream(asked.split(",", MAX_ASKED_HEADERS))
                .map(String::strip)
                .filter(name -> TOOL_HEADER.matcher(name).matches())
                .map(name -> ", " + name)
                .collect(Collectors.joining());
    }
}
