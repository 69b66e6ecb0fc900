package org.vizgate.standin.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.vizgate.standin.http.Area;
import org.vizgate.standin.http.HttpDoor;
import org.vizgate.standin.http.Router;

import static org.assertj.core.api.Assertions.assertThat;

class BrokenEndpointTest {
    @Test
    void anUnexpectedException_is500InTableausShapeAndTellsNothing() throws Exception {
        Area area = new Area("/api/", new RestRefusals()).on("GET", "/api/{version}/broken", call -> {
            throw new IllegalStateException("a secret of the endpoint");
        });
        HttpServer server = serve(area);
        try {
            HttpResponse<String> reply = get(server, "/api/3.27/broken");

            assertThat(reply.statusCode()).isEqualTo(500);
            assertThat(reply.body()).contains("<error code=\"500000\">").doesNotContain("secret", "Exception");
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serve(Area area) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", new HttpDoor(List.of(), new Router(List.of(area))));
        server.start();
        return server;
    }

    private static HttpResponse<String> get(HttpServer server, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
