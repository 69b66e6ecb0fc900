package org.vizgate.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.vizgate.spi.GrantStore;
import org.vizgate.testing.GrantStoreContract;
import redis.embedded.RedisServer;

/** The contract on Redis through Redisson, from two clients, each operation by the other one. */
class RedisStoreIT extends GrantStoreContract {
    private static final List<GrantStore> CLIENTS = new ArrayList<>();
    private static RedisServer server;

    @BeforeAll
    static void start() throws IOException {
        int port = Ports.free();
        server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        Path config = Files.writeString(
                Path.of(System.getProperty("it.work")).toAbsolutePath().resolve("redisson-" + port + ".yaml"),
                "singleServerConfig:\n  address: \"redis://127.0.0.1:" + port + "\"\n");
        for (int i = 0; i < 2; i++) {
            CLIENTS.add(new EngineLoader()
                    .open(
                            "org.vizgate.store.jcache.JCacheStoreProvider",
                            Map.of("CONFIG", config.toString(), "PROVIDER", "org.redisson.jcache.JCachingProvider")));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        CLIENTS.forEach(GrantStore::close);
        server.stop();
    }

    @Override
    protected GrantStore open() {
        return new Members(CLIENTS);
    }
}
