package org.vizgate.benchmarks.jmh;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.openjdk.jmh.annotations.Benchmark;
import org.vizgate.client.Client;
import org.vizgate.client.ClientAuthenticationMethod;
import org.vizgate.json.Json;
import org.vizgate.metadata.ProtectedResourceMetadataEndpoint;
import org.vizgate.protocol.Resources;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Document;

/** Small things that endpoints do. */
public class EndpointBenchmark extends Timed {
    private static final String LOOPBACK = "http://127.0.0.1/callback";

    private final Client client = new Client(
            "client",
            "A client",
            List.of("https://claude.ai/api/mcp/auth_callback", "https://app.example/callback", LOOPBACK),
            ClientAuthenticationMethod.NONE,
            false);
    private final ProtectedResourceMetadataEndpoint metadata = new ProtectedResourceMetadataEndpoint(
            URI.create(Tokens.ISSUER),
            Resources.of(
                    URI.create(Tokens.ISSUER), List.of(URI.create(Tokens.ISSUER), URI.create(Tokens.ISSUER + "/mcp"))),
            Scopes.of("tableau:content:read"),
            new Json());

    /** The second of three, letter by letter. */
    @Benchmark
    public boolean redirectMatch() {
        return client.allowsRedirectTo("https://app.example/callback");
    }

    /** The last of three, with a port that the client got from its system. */
    @Benchmark
    public boolean redirectMatchOfLoopback() {
        return client.allowsRedirectTo("http://127.0.0.1:49152/callback");
    }

    @Benchmark
    public Optional<Document> metadata() {
        return metadata.find("/.well-known/oauth-protected-resource/mcp");
    }
}
